import type { Comparison, Origin } from '../../demos/index.ts';
import type { SummaryFacts } from '../facts.ts';

export const list = (items: readonly string[]): string => items.join(', ');

export const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** The outputs of many runs at one time step. */
export const summaryInWords = ({ count, mean, deviation, low, high }: SummaryFacts): string =>
  `mean ${mean}, standard deviation ${deviation}, from ${low} to ${high}, ${count} runs`;

const engineNames: Readonly<Record<Comparison['engine'], string>> = {
  kernel: 'Seedling’s own engine',
  'tfjs-node': 'TensorFlow.js, native',
  'tfjs-wasm': 'TensorFlow.js on WebAssembly',
  'tfjs-cpu': 'TensorFlow.js in plain JavaScript',
};

/** Why the same engine gave other bytes than a replay code promises. */
export const whyOtherBytes: Readonly<Record<Origin, string>> = {
  older: 'An older version of this demo made the code.',
  newer: 'A newer version of this demo made the code: update Seedling to check it.',
  same: 'The same version of this demo made the code, so it comes from a different kind of machine.',
  unmarked:
    'The code has no version mark: an older version of this demo made it, perhaps on a different kind of machine.',
};

/** The same where the native engine took part, and the version of the demo is the same. */
const library = (oneDnn: string) => (version: string) =>
  `The same version of this demo made the code, but the last bits of tfjs-node depend on the version of TensorFlow, on oneDNN, and on the kind of processor. Here it is TensorFlow ${version} ${oneDnn} oneDNN; the code does not say what it was there.`;
export const otherLibrary = { withOneDnn: library('with'), withoutOneDnn: library('without') };

/** Parts of sentences that several stories share. */
export const phrases = {
  /** Between sentences. */
  space: ' ',
  list,
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  share: (part: number, whole: number) => `${part} of ${whole}`,
  engines: { one: 'one engine', many: (count: number) => `${count} engines` },

  onlyToy: {
    acted: 'This toy task shows that it happens, not how big it is in your model.',
    didNot: 'It did not happen in this toy task, but it may happen in your model.',
  },
  /** What an engine is, for those who only know the word PyTorch. */
  engineName: (name: Comparison['engine']) => `${name} (${engineNames[name]})`,

  /** Of the outputs after the fix. */
  same: {
    identical: (outputs: number) => `all ${outputs} outputs are identical to the last bit`,
    differs: (spread: string, farthest: string) =>
      `they still spread by ${spread} and are up to ${farthest} apart`,
  },
  /** Of the outputs with the cause at work: a sentence, the same of batch sizes, and the end of a title or sentence. */
  apart: {
    identical: 'Here all outputs are identical to the last bit.',
    differs: (farthest: string) => `The outputs are up to **${farthest}** apart.`,
  },
  batches: {
    identical:
      'So here, on each engine, the outputs of all batch sizes are identical to the last bit.',
    differs: (farthest: string) =>
      `So on one engine at least the batch size changes the last bits, by up to **${farthest}**.`,
  },
  lastBits: {
    identical: 'identical to the last bit',
    differs: (farthest: string) => `last bits differ, by up to ${farthest}`,
  },
  everyTime: {
    identical:
      'Yet its answer is identical to the last bit every time, so more runs show nothing new.',
    differs: (farthest: string) => `Its answers are up to ${farthest} apart.`,
  },
  /** Of engines or batch sizes compared with themselves. */
  withItself: {
    identical: 'identical to the last bit every time',
    differs: (farthest: string) => `up to ${farthest} apart`,
  },
  /** Beside a heading. */
  measure: {
    identical: 'spread 0',
    spread: (spread: string) => `spread ${spread}`,
    distance: (distance: string, isFromExact: boolean) =>
      distance === '0' ? 'no distance' : `up to ${distance}${isFromExact ? ' from exact' : ''}`,
    /** Of several that lie on each other at 0. */
    coincide: (count: number) => `no distance: all ${count} coincide`,
    error: (error: string) => `error ${error}`,
  },

  /** Where the runs are draws. */
  sample: {
    title: (spread: string, farthest: string) => `spread ${spread}, up to ${farthest} apart`,
    key: 'Strong line: one of the runs, say yours. Faint: the rest. Dashed: target.',
    allSame: 'Dashed: target.',
    note: (share: string, swing: string) =>
      `“Spread” is the standard deviation over the runs at each time step, as root mean square over the 60 steps; here it is ${share} of the standard deviation of the series itself (${swing}). “Up to … apart” is the distance between the two most different runs at one time step; it grows with the number of runs.`,
  },
  /** Of many runs: what they give at one time step, and how to read the chart. */
  distribution: {
    finding: (timeStep: number, summary: SummaryFacts) =>
      `At time step ${timeStep}, where the runs differ most: ${summaryInWords(summary)}.`,
    key: (timeStep: number, { count, mean, deviation }: SummaryFacts) => [
      `${count} runs. At t = ${timeStep}: mean ${mean}, standard deviation ${deviation}.`,
      'Line: median. Bands: 50%, 90%. Edges: extremes. Dashed: target.',
    ],
  },
  /** Where the runs are settings. */
  sweeps: {
    seeds: {
      measured: (others: number, ofSetting: string, ofSeed: string) =>
        `For comparison, each setting was also trained from ${others} more sets of initial weights (faint). On average, changing the setting moves the error by ${ofSetting}, changing the initial weights by ${ofSeed}. `,
      settingMore: (times: string) =>
        `So here the setting does more than the initial weights, about ${times} times as much.`,
      equal:
        'So here the initial weights do about as much as the setting, and one run per setting would not tell which setting is better.',
      seedMore: (times: string) =>
        `So here the initial weights do more than the setting, about ${times} times as much, and one run per setting would not tell which setting is better.`,
    },
    /** Where more runs were asked for than there are different settings. */
    fewer: (settings: number, runs: number) =>
      `Of ${runs} runs, ${settings} have different settings here; none is tried twice.`,
    /** Of every setting repeated: the end of a sentence, and beside a heading. */
    again: {
      identical: 'identical to the last bit, every time',
      differs: (farthest: string) => `up to ${farthest} apart`,
    },
    difference: { identical: (settings: number) => `0 for all ${settings}` },
  },
  /** What compares a loaded model with what was written down when it was saved. */
  checks: {
    line: (hash: string, hashAfter: string) =>
      `Weight hash matched ${hash} times; after the fix, ${hashAfter}.`,
    caught: (hash: number, golden: number, runs: number) =>
      `Two notes were made when the model was saved: a hash of its weights (a short fingerprint), and a golden pair (one known input and its output). Comparing the hash caught ${hash} of ${runs}; the golden pair caught ${golden}.`,
    restored: (hash: string, golden: string, same: string) =>
      `the hash matched ${hash} times, the golden pair ${golden}, and ${same}`,
  },
};
