import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadContent } from '../content/index.ts';
import { projectRoot } from '../root.ts';
import { exitCodes, runAskCommand } from './ask/command.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);

const loaded = loadContent(join(projectRoot, 'content'));
if (loaded.ok)
  process.exitCode = await runAskCommand(process.argv.slice(2), loaded.content, {
    print: (text) => void process.stdout.write(`${text}\n`),
    complain,
    lines: process.stdin.isTTY ? undefined : () => createInterface({ input: process.stdin }),
  });
else {
  loaded.problems.forEach(complain);
  process.exitCode = exitCodes.badInput;
}
