import type { SummaryFacts } from '../facts.ts';

export const list = (items: readonly string[]): string => items.join(', ');

export const onlyToy =
  'This toy task shows that the cause acts, not how much it acts in your model.';

/** The outputs of many runs at one time step. */
export const summaryInWords = ({ count, mean, deviation, low, high }: SummaryFacts): string =>
  `mean ${mean}, standard deviation ${deviation} (n − 1), n = ${count}, range ${low} to ${high}`;

/** Parts of sentences that several stories share. */
export const phrases = {
  /** Between sentences. */
  space: ' ',
  list,
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  share: (part: number, whole: number) => `${part} of ${whole}`,
  engines: { one: 'one engine', many: (count: number) => `${count} engines` },

  /** Of the outputs after the fix. */
  same: {
    identical: (outputs: number) => `all ${outputs} outputs have the same bits`,
    differs: (spread: string) => `the outputs differ by up to ${spread}`,
  },
  /** Of the outputs with the cause at work: a sentence, the end of a title, and the end of a sentence. */
  apart: {
    identical: 'All outputs have the same bits here.',
    differs: (spread: string) => `The outputs are up to **${spread}** apart.`,
  },
  lastBits: {
    identical: 'the same bits',
    differs: (spread: string) => `last bits differ, by up to ${spread}`,
  },
  everyTime: {
    identical: 'every time with the same bits',
    differs: (spread: string) => `with a spread of ${spread}`,
  },
  /** Of engines or batch sizes compared with themselves, and of settings trained a second time. */
  withItself: {
    identical: 'the same bits every time, for every one',
    differs: (spread: string) => `up to ${spread} apart`,
  },
  again: {
    identical: 'the same bits as the first time, for every one',
    differs: (spread: string) => `up to ${spread} apart`,
  },
  /** Beside a heading. */
  measure: {
    identical: 'spread 0',
    differs: (spread: string) => `spread up to ${spread}`,
    error: (error: string) => `error ${error}`,
  },

  /** Of more runs than settings. */
  fewerSettings: (runs: number, settings: number) =>
    `The ${runs} runs are spread evenly over these ${settings} settings.`,
  /** Of many runs: what they give at one time step, and how to read the chart. */
  distribution: {
    where: { spread: 'they are widest apart', error: 'one is farthest from the target' },
    finding: (timeStep: number, where: string, summary: SummaryFacts) =>
      `At time step ${timeStep}, where ${where}: ${summaryInWords(summary)}. ` +
      'The bands are quantiles of type 7 (Hyndman & Fan 1996).',
    key: (timeStep: number, { count, mean, deviation, low, high }: SummaryFacts) => [
      `t = ${timeStep}: mean ${mean}, SD ${deviation} (n − 1), n = ${count}, range ${low} to ${high}`,
      'Line: median. Bands: 50%, 90%. Edges: extremes. Dashed: target.',
    ],
  },
  /** What compares a loaded model with what was written down when it was saved. */
  checks: {
    line: (hash: string, hashAfter: string) =>
      `Weight hash right ${hash} times, after the fix ${hashAfter}. Dashed: target.`,
    caught: (hash: number, golden: number, runs: number) =>
      `A hash of the weights, compared with the one written down when they were saved, caught ${hash} of ${runs}; a golden pair (one known input and its output) caught ${golden}.`,
    restored: (hash: string, golden: string, same: string) =>
      `the hash was right ${hash} times, the golden pair ${golden}, and ${same}`,
  },
};
