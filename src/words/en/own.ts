import type { SeriesProblem } from '../../series/index.ts';
import { list } from './phrases.ts';

type Sentences = {
  readonly [Kind in SeriesProblem['kind']]: (
    problem: Extract<SeriesProblem, { readonly kind: Kind }>,
  ) => string;
};

/** Why a file gives no series: one sentence that says what to do. */
const problems: Sentences = {
  tooBig: ({ megabytes }) => `The file is larger than ${megabytes} MB: keep the one column.`,
  noText: () => 'This is no CSV file: save your series as .csv, one value per line.',
  noNumbers: () =>
    'I find no column of numbers in it: save your series as .csv, one value per line.',
  decimalComma: () =>
    'Is 0,5 one number here, or two? Write 0.5, or separate the columns with semicolons.',
  constant: () =>
    'The part of the series that models train on is constant, so there is nothing to learn: choose another column.',
  huge: () =>
    'Some values are so far from the rest that nothing else would be left after scaling: mend or cut them.',
  whichColumn: ({ columns }) =>
    `The file has several columns of numbers: choose one with “column”, ${list(columns)}.`,
  noColumn: ({ columns }) =>
    `The file has no such column: choose by name or number, ${list(columns)}.`,
  missing: ({ line }) =>
    `A value is missing in line ${line}: fill the gaps first, for example with the mean of both neighbours.`,
  notANumber: ({ text, line }) =>
    `“${text}” in line ${line} is not a number: clean that column, or choose another one.`,
  tooFew: ({ count }) => `The series has ${count} values, too few to train on: send at least 80.`,
  tooMany: ({ count }) =>
    `The series has ${count.toLocaleString('en-US')} values: send at most 5,000, such as the newest.`,
};

/** A demo on somebody's own series. */
export const own = {
  problems,
  /** How the series was used. */
  how: (count: number, training: number, forecast: number) =>
    `**Your series (${count} values):** models train on its first ${training} values in windows of 24 and forecast the last ${forecast}; all numbers here are in units of the series scaled to mean 0 and standard deviation 1 by those ${training}.`,
  /** On the chart. */
  name: (count: number) => `Your series (${count} values, scaled). `,
  /** What stories say of the toy task, and what they say instead. */
  instead: (steps: number): readonly (readonly [said: string, instead: string])[] => [
    ['60 steps ahead', `${steps} steps ahead`],
    ['60 time steps ahead', `${steps} time steps ahead`],
    ['over the 60 steps', `over the ${steps} steps`],
    [
      'This toy task shows that it happens, not how big it is in your model.',
      'This is your series, but a small model of ours: in your model it may be larger or smaller.',
    ],
    [
      'It did not happen in this toy task, but it may happen in your model.',
      'It did not happen with your series and our small model, but it may happen in yours.',
    ],
    ['in this toy task?', 'on your series?'],
    ['This toy task, these settings.', 'These settings.'],
    ['this toy task and this series', 'your series and our small model'],
    [' A new seed also draws a new series.', ''],
    ['Each pair has a series, initial weights', 'Each pair has initial weights'],
    ['for this toy task', 'for your series and our small model'],
  ],
  /** Beside the runs and the seed. */
  named: (hash: string, count: number) => `your series \`${hash}\`, ${count} values`,
  /** A demo that needs a file that is not here. */
  gone: (hash: string, count: number) =>
    `**That needs your file again:** the series \`${hash}\` with ${count} values. I keep no files; attach it as \`data\`, with the replay code as \`cause\`.`,
  other: (wanted: string, count: number, hash: string) =>
    `That replay code needs another series: \`${wanted}\` with ${count} values. Your file holds \`${hash}\`; choose another file or column.`,
  needless: 'That replay code is of a demo without a file of yours: leave the file out.',
  columnAlone: 'A column needs a file: attach your CSV as `data`.',
};
