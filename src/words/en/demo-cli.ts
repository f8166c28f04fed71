import { list, otherLibrary, whyOtherBytes } from './phrases.ts';

/** The demo command in a terminal. File names are put behind these sentences, never into them. */
export const demoCli = {
  usage: `Usage: npm run -s demo -- <cause> [options]
       npm run -s demo -- --replay <code> [options]

Trains small LSTMs and shows one cause at work, then held fixed.

  --variant <name>  form of the demo; the cause's first one if left out
  --seed <text>     1 to 16 letters, digits, - or _; "1" if left out
  --runs <number>   how often to repeat, or how many settings to try, 2 to 200
  --lang <name>     en, zh-CN or zh-TW; en if left out
  --out <file>      writes the chart (PNG)
  --watch <file>    writes how it comes about, as an animation (GIF)
  --notebook <file> writes a notebook (.ipynb) or script (.mjs) that repeats the demo on your machine
  --framework <name> pytorch, keras or tfjs: of the notebook; pytorch if left out, tfjs for a script
  --theme <name>    colours of the chart: dark, or light for slides and paper; dark if left out
  --csv <file>      writes the outputs (CSV)
  --data <file>     trains on your own series: a CSV of 80 to 5,000 values
  --column <name>   its column, by name or number, where there are several
  --replay <code>   runs what the code says, and compares the bytes: exit code 1 if they differ
  --json            prints one line of JSON
  --help            prints this

Exit codes: 0 done, 1 not done or different bytes, 2 bad input.`,
  causes: (known: readonly string[]) => `Causes: ${list(known)}`,
  progress: (done: number, total: number) => `Training: run ${done} of ${total}`,
  replay: 'Replay code: ',
  chart: 'Chart: ',
  animation: 'Animation: ',
  csv: 'Data: ',
  notebook: 'Notebook: ',
  identical: 'Identical: the outputs have the bytes that the replay code promises.',
  differs: (why: string) => `Different: the same engine gave different bytes. ${why}`,
  whyOtherBytes,
  otherLibrary,
  otherEngine: (then: string, now: string) =>
    `Different: the code was made with the engine ${then}, and this is ${now}; compare the numbers with a tolerance.`,
  problems: {
    noCause: (known: readonly string[]) => `Name one cause: ${list(known)}.`,
    cause: (known: readonly string[]) => `There is no such cause. Choose one of ${list(known)}.`,
    variant: (cause: string, known: readonly string[]) =>
      `The demo "${cause}" has no such variant. Choose one of ${list(known)}.`,
    runs: (fewest: number, most: number) =>
      `--runs must be a whole number from ${fewest} to ${most}.`,
    values: (low: number, high: number, whole: boolean) =>
      `Both values must be ${whole ? 'whole numbers' : 'numbers'} from ${low} to ${high}${whole ? '' : ', with at most four decimals'}.`,
    sameValues: 'Choose two different values.',
    seed: '--seed must be 1 to 16 letters, digits, "-" or "_".',
    language: (known: readonly string[]) => `--lang must be one of ${list(known)}.`,
    framework: (known: readonly string[]) => `--framework must be one of ${list(known)}.`,
    theme: (known: readonly string[]) => `--theme must be one of ${list(known)}.`,
    replay: '--replay needs a whole replay code, such as dropout.inference.10.7.k2.0123456789ab.',
    replayWithOptions:
      'A replay code already says the cause, the variant, the runs and the seed: leave those out.',
    file: 'This must be an ordinary file, in a folder that exists and can be written to',
    sameFile: 'Two options name the same file; choose different ones',
    nothingToWatch: 'This demo has nothing to watch, only finished numbers: leave --watch out.',
    dataFile: 'This file can’t be read',
    columnAlone: '--column needs a file: name it with --data.',
    data: (known: readonly string[]) =>
      `That demo makes its own series on purpose, so it can't use yours. These can: ${list(known)}, and the compare command.`,
    needsData: (hash: string, count: number) =>
      `That code needs a series of yours: hash ${hash}, ${count} values. Name its file with --data.`,
    otherData: (wanted: string, count: number, hash: string) =>
      `That code needs another series: hash ${wanted}, ${count} values. This file holds ${hash}; choose another file or column.`,
    needlessData: 'That code is of a demo without a file of yours: leave --data out.',
    seeHelp: 'See --help.',
  },
};
