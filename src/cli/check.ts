import { readFileSync } from 'node:fs';
import { runCheckCommand } from './check/command.ts';

process.exitCode = runCheckCommand(process.argv.slice(2), {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  // Number 0 is standard input.
  read: (file) => readFileSync(file === '-' ? 0 : file),
});
