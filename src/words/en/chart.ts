import type { RankedId } from '../../demos/index.ts';
import type { SummaryFacts } from '../facts.ts';
import type { Heading, WatchedCallsWords } from '../story.ts';
import { noClipping } from './names.ts';
import { list, summaryInWords } from './phrases.ts';

/** How the causes are called in the ranking: at most about 20 Latin characters, for they stand beside bars. */
const rows: Readonly<Record<RankedId, string>> = {
  'initial-weights': 'Initial weights',
  'batch-order': 'Batch order',
  'dropout-training': 'Dropout in training',
  'dropout-left-on': 'Dropout left on',
  'data-set': 'A new 40% of data',
  'carried-state': 'Carried state',
  'floating-point': 'Floating point',
  'learning-rate': 'Learning rate',
  'time-steps': 'Window length',
  'saved-model': 'Older saved file',
};

/** Two calls of one trained model: how each is called, and where they part. `label`: of the run, for example its number. */
const calls: WatchedCallsWords = {
  inference: {
    cause: (label) => `Dropout left on, call ${label}`,
    held: 'Dropout off',
    enters: 'The mask drops what one step hands to the next: so they part at step 2.',
  },
  length: {
    cause: (label) => `Window of ${label}`,
    held: 'Window of 24',
    enters: 'Both windows end alike; only the longer one knows what came before.',
  },
  alignment: {
    cause: (label) => `With zeros behind: ${label}`,
    held: 'The 24 values alone',
    enters: 'Up to step 24 both read the same; then the zeros change the state.',
  },
  'between-calls': {
    cause: (label) => `State left by others, run ${label}`,
    held: 'State reset',
    enters: 'The old state is there before step 1; new values replace it step by step.',
  },
  'within-predict': {
    cause: (label) => `Batch ${label}, state carried on`,
    held: 'State reset',
    enters: 'The old state is there before step 1; new values replace it step by step.',
  },
  'not-loaded': {
    cause: (label) => `Random weights, start ${label}`,
    held: 'Saved weights',
    enters: 'Same input, different weights: they part at step 1.',
  },
  scaler: {
    cause: (label) => `Scaler fitted again, start ${label}`,
    held: 'Saved scaler',
    enters: 'Each value is scaled differently: they part at step 1.',
  },
};

export const chart = {
  /** Which form of Han characters the fonts must draw: none here, 汉 simplified, 漢 traditional. */
  han: '',
  timeStep: 'Time step (t)',
  output: 'Output',
  distance: 'Distance',
  difference: 'Difference',
  /** Of a panel that shows the runs minus their mean. */
  deviation: 'From mean',
  fromMean: 'The same runs, minus their mean',
  /** What is drawn against the settings of a sweep. */
  sweepOf: { error: 'Error', change: 'Change' },
  runs: 'Runs',
  /** What a histogram counts. */
  outputAt: (timeStep: number) => `Output at t = ${timeStep}`,
  outputFromMeanAt: (timeStep: number) => `From the mean, t = ${timeStep}`,

  /** How a class voted; `right` of `all` were right. */
  votes: {
    title: (right: number, all: number) =>
      all === 0 ? 'Nobody voted' : `${right} of ${all} ${right === 1 ? 'was' : 'were'} right`,
    once: 'How the class predicted it',
    twice: (right: number, all: number) =>
      all === 0
        ? 'Nobody voted before the discussion. Below: after it.'
        : `Above: first vote, ${right} of ${all} right. Below: after the discussion.`,
    right: (letter: string) => `${letter} (right)`,
    firstThenSecond: (first: number, second: number) => `${first}, then ${second}`,
    alt: (title: string, answers: readonly string[]) => `Votes: ${title}. ${answers.join('; ')}.`,
    altOf: (answer: string, count: string) => `${answer}: ${count}`,
  },

  ranking: {
    rows,
    axis: 'Standard deviation of the forecast over the runs',
  },

  growth: {
    heading: ({ text, measure }: Heading) => `${text}: ${measure}`,
    epoch: 'Epoch',
    difference: 'Largest difference of an output',
    zero: 'Same weights twice: exactly 0',
  },

  noClipping,

  averages: {
    models: 'Models in the average (k)',
    amount: 'Spread, error',
    zero: 'One fixed seed: spread 0',
  },

  paired: {
    difference: 'Difference of each pair',
    mean: ({ mean, low, high }: Record<'mean' | 'low' | 'high', string>) =>
      `mean ${mean}, 95%: ${low} to ${high}`,
    /** Below the axis of the differences, at its ends. */
    better: (value: string) => `${value} better`,
  },

  /** What an animation says beside the chart that it shows. */
  watch: {
    step: (step: number, last: number) => `Training step ${step} of ${last}`,
    loss: (loss: string) => ` · loss of the strong line ${loss}`,
    onlyFirst: (shown: number, all: number) => `The first ${shown} of ${all} runs`,
    epoch: (epoch: number, last: number, apart: string) =>
      `Epoch ${epoch} of ${last} · the two outputs are ${apart} apart`,
    moved: 'Last bit of one weight moved',
    plain: 'Not moved',
    pairs: (pairs: number) => `Largest difference of an output, ${pairs} pairs`,
    stepOfWindow: 'Time step of the window',
    timeStep: (step: number, last: number, distance: string) =>
      `Time step ${step} of ${last} · distance ${distance}`,
    outputs: (cause: string, held: string) => `The outputs: ${cause} and ${held}`,
    state: 'Hidden state',
    distance: 'Distance of all hidden states',
    calls,
    alt: {
      start: (pictures: number) => `Animation of ${pictures} pictures, repeated:`,
      training: 'the chart of the finished trainings, as it was after every few training steps.',
      calls: (cause: string, held: string) =>
        `above, three hidden states of two calls, “${cause}” and “${held}”; below, the distance of all hidden states. Both are drawn time step by time step.`,
      epochs:
        'above, one output of two trainings that differ in one bit; below, on a log axis, how far each pair is apart. Both are drawn epoch by epoch.',
    },
  },

  alt: {
    stop: '.',
    /** Between sentences. */
    space: ' ',
    panels: (first: number, last: number) =>
      `Two line charts, one above the other, of the LSTM's outputs from time step ${first} to ${last}.`,
    distributions: (first: number, last: number, at: number) =>
      `Two panels, one above the other, of the LSTM's outputs from time step ${first} to ${last}: the median over the runs, bands from the 25% to the 75% and from the 5% to the 95% quantile, and the extremes. Beside each, a histogram of the outputs at time step ${at}.`,
    /** `from`: what the upper panel's distances are from. */
    distances: (first: number, last: number, from: 'exact' | 'first') =>
      `Two panels of dots, one above the other, on a log axis with 0 at its bottom: how far the LSTM's outputs from time step ${first} to ${last} are, above, from ${from === 'exact' ? 'the same model in double precision' : 'those in batches of 1'} and, below, from those of the first call.`,
    /** What is drawn against what. */
    sweep: (value: string, setting: string) =>
      `Two line charts, one above the other, of a value (${value}) by setting (${setting}).`,
    list,
    otherSeeds: (count: number) => `Faint, the same from ${count} more sets of initial weights.`,
    sweepAgain: (difference: string) =>
      difference === '0' ? 'a flat line at 0.' : `at most ${difference}.`,
    above: (heading: string, panel: string) => `Above, “${heading}”: ${panel}`,
    below: (heading: string, panel: string) => `Below, “${heading}”: ${panel}`,
    /** One panel: what is drawn in it, and what can be seen. */
    panel: {
      lines: (count: number) => `${count} lines`,
      dots: (count: number) => `${count} rows of dots`,
      identical: (drawn: string) => `${drawn}, repeats identical (spread 0).`,
      apart: (drawn: string, timeStep: number, distance: string) =>
        `${drawn}, farthest apart at time step ${timeStep}, by ${distance}.`,
      allSame: 'all the same',
      notAllSame: 'not all the same',
      /** `error`: root mean squared. */
      fromTarget: (
        drawn: string,
        same: string,
        timeStep: number,
        distance: string,
        error: string,
      ) =>
        `${drawn}, ${same}; farthest from the dashed target ` +
        `at time step ${timeStep}, by ${distance}; root mean squared error ${error}.`,
    },
    settings: (labels: readonly string[]) => `The settings above, in order: ${list(labels)}.`,
    bars: (bars: readonly string[]) =>
      `Horizontal bars, longest first, with 95% intervals: ${bars.join('; ')}.`,
    lastBar: (name: string, size: string) => `Last, set apart: ${name}, ${size}.`,
    sideBySide: (epochs: number) =>
      `Two line charts side by side with one logarithmic scale: the largest difference between the two outputs of a pair, after each of ${epochs} epochs.`,
    left: (heading: string, panel: string) => `Left, “${heading}”: ${panel}`,
    right: (heading: string, panel: string) => `Right, “${heading}”: ${panel}`,
    /** Largest distances of all pairs: after the first epoch, after the last, and ever. */
    growth: (pairs: number, first: string, last: string, largest: string) =>
      `${pairs} pairs, at most ${first} apart after the first epoch, ${last} after the last, and ${largest} at any time.`,
    flips: (labels: number, flips: string) => `At the end ${flips} of ${labels} labels flip.`,
    fromTo: (fewest: number, most: number) => `${fewest} to ${most}`,
    zero: {
      identical:
        'At the bottom, below the scale, a blue line at 0: the same weights twice, no difference after any epoch.',
      differs: (difference: string) =>
        `In blue, the same weights twice: up to ${difference} apart.`,
    },
    averages: (points: readonly string[]) =>
      `A chart of spread and error against the number of models averaged: ${points.join('; ')}.`,
    average: (models: number, spread: string, expected: string, error: string) =>
      `k = ${models}: spread ${spread} (1/√k: ${expected}), error ${error}`,
    fixedSeed: {
      identical: 'At the bottom: one fixed seed, trained again and again, spread 0.',
      differs: (spread: string) =>
        `One fixed seed, trained again and again: up to ${spread} apart.`,
    },
    dots: 'Three rows of dots, one above the other. The first two have the same scale.',
    errors: (heading: string, summary: SummaryFacts) => `“${heading}”: ${summaryInWords(summary)}.`,
    differences: (pairs: number, mean: string, low: string, high: string) =>
      `Below, the ${pairs} differences of the pairs: mean ${mean}, 95% interval ${low} to ${high}.`,
    pairs: (groups: number) =>
      `Below, each of the ${groups} settings is repeated and compared with itself.`,
    runsAbove: (heading: string, summary: SummaryFacts) =>
      `Above, “${heading}”: ${summaryInWords(summary)}.`,
    runsBelow: {
      identical: (heading: string, summary: SummaryFacts) =>
        `Below, “${heading}”: repeats identical (spread 0); ${summaryInWords(summary)}.`,
      differs: (heading: string, summary: SummaryFacts) =>
        `Below, “${heading}”: ${summaryInWords(summary)}.`,
    },
  },
};
