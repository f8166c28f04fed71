import { demoCli } from './demo-cli.ts';
import { list } from './phrases.ts';

/** The compare command in a terminal. */
export const compareCli: typeof demoCli = {
  ...demoCli,
  usage: `Usage: npm run -s compare -- <setting> <a> <b> [options]
       npm run -s compare -- --replay <code> [options]

Better, or lucky? Trains small LSTMs with two values of a setting, the same seeds for both, and compares their errors.

  --runs <number>   how many seeds, 2 to 200; 30 if left out
  --seed <text>     1 to 16 letters, digits, - or _; "1" if left out
  --lang <name>     en, zh-CN or zh-TW; en if left out
  --out <file>      writes the chart (PNG)
  --watch <file>    writes how it comes about, as an animation (GIF)
  --theme <name>    colours of the chart: dark, or light for slides and paper; dark if left out
  --csv <file>      writes the errors (CSV)
  --data <file>     trains on your own series: a CSV of 80 to 5,000 values
  --column <name>   its column, by name or number, where there are several
  --replay <code>   runs what the code says, and compares the bytes: exit code 1 if they differ
  --json            prints one line of JSON; "difference" is the error of a minus that of b
  --help            prints this

Exit codes: 0 done, 1 not done or different bytes, 2 bad input.`,
  causes: (known) => `Settings: ${list(known)}`,
  problems: {
    ...demoCli.problems,
    noCause: (known) =>
      `Name a setting and two values, such as learning-rate 0.005 0.02. Settings: ${list(known)}.`,
    variant: (_, known) => `There is no such setting. Choose one of ${list(known)}.`,
    replay:
      '--replay needs a whole replay code of this command, such as compare.window.12.24.30.7.k.0123456789ab.',
    replayWithOptions:
      'A replay code already says the setting, the values, the runs and the seed: leave those out.',
  },
};
