import { list } from './phrases.ts';

/** The check command in a terminal. */
export const checkCli = {
  usage: `Usage: npm run -s check -- <file> [options]
       npm run -s check -- - < train.py

Reads a script (.py, .ipynb, .js, .ts, .txt) and names the lines that make outputs differ. It never runs the script.

  --differs <what>   call, later-call, process, retraining or gpu: findings of that kind come first
  --fail-on <what>   the same words with commas between them: exit code 1 if there is such a finding
  --diff             prints the suggested changes as a unified diff, nothing else
  --lang <name>      en, zh-CN or zh-TW; en if left out
  --json             prints one line of JSON
  --help             prints this

Exit codes: 0 checked, 1 checked and found what --fail-on names, 2 bad input.`,
  problems: {
    noFile: 'Name one file to check, or - for standard input. See --help.',
    unreadable: (file: string) => `I can’t read ${file}.`,
    language: (known: readonly string[]) => `--lang must be one of ${list(known)}.`,
    when: (option: string, known: readonly string[]) =>
      `--${option} must be one of ${list(known)}.`,
    seeHelp: 'See --help.',
  },
};
