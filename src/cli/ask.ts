import { createInterface } from 'node:readline';
import { openLibrary } from '../library/index.ts';
import { useTerms } from '../words/index.ts';
import { exitCodes, runAskCommand } from './ask/command.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);

const opened = await openLibrary();
if (opened.ok) {
  useTerms(opened.library.content.terms, opened.library.traditional);
  process.exitCode = await runAskCommand(process.argv.slice(2), opened.library, {
    print: (text) => void process.stdout.write(`${text}\n`),
    complain,
    lines: process.stdin.isTTY ? undefined : () => createInterface({ input: process.stdin }),
  });
} else {
  opened.problems.forEach(complain);
  process.exitCode = exitCodes.badInput;
}
