import { list } from './phrases.ts';

/** The outputs command in a terminal. File names are put behind these sentences, never into them. */
export const outputsCli = {
  usage: `Usage: npm run -s outputs -- <file> [options]

Says what the repeated outputs of your model show: which causes fit, which don't and why.

  <file>            .csv, .txt, .json, .npy or .npz, up to 2 MB; - reads standard input
  --rows <what>     what a line of the file is: runs or values; found out if left out
  --trained <how>   once: one trained model gave all runs; each: trained anew for each run
  --lang <name>     en, zh-CN or zh-TW; en if left out
  --out <file>      writes the chart (PNG)
  --theme <name>    colours of the chart: dark, or light for slides and paper; dark if left out
  --json            prints one line of JSON
  --help            prints this

Exit codes: 0 done, 1 not done, 2 bad input.`,
  chart: 'Chart: ',
  problems: {
    noFile: 'Name one file with the outputs of your runs, or - for standard input.',
    cannotRead: 'This file can’t be read',
    rows: '--rows must be runs or values.',
    trained: '--trained must be once or each.',
    language: (known: readonly string[]) => `--lang must be one of ${list(known)}.`,
    theme: (known: readonly string[]) => `--theme must be one of ${list(known)}.`,
    file: 'This must be an ordinary file, in a folder that exists and can be written to',
    seeHelp: 'See --help.',
  },
};
