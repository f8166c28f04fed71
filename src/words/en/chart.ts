import type { RankedId, Summary } from '../../demos/index.ts';
import { amount, shortList, shortWithInterval, withInterval } from '../numbers.ts';
import type { Heading } from '../story.ts';

/** One panel of the chart, for the alternative text. */
export interface PanelInWords {
  readonly heading: string;
  /** How many. */
  readonly lines: number;
  /** Each is a row of dots. */
  readonly dotted: boolean;
  readonly identical: boolean;
  /** Largest distance and the time step where it is: between the lines, or from the target if `fromTarget`. */
  readonly distance: number;
  readonly at: number;
  readonly fromTarget: boolean;
  /** Root mean squared. */
  readonly error: number;
}

export const chart = {
  /** Which form of Han characters the fonts must draw: none here, 汉 simplified, 漢 traditional. */
  han: '',
  timeStep: 'Time step (t)',
  output: 'Output',
  distance: 'Distance',
  runs: 'Runs',
  /** What a histogram counts. */
  outputAt: (timeStep: number) => `Output at t = ${timeStep}`,
  outputFromMeanAt: (timeStep: number) => `From the mean, t = ${timeStep}`,
  amount,

  ranking: {
    /** At most about 20 Latin characters: they stand beside bars. */
    rows: {
      'initial-weights': 'Initial weights',
      'batch-order': 'Batch order',
      'dropout-training': 'Dropout in training',
      'dropout-left-on': 'Dropout left on',
      'data-set': 'Another 40% of data',
      'carried-state': 'Carried state',
      'floating-point': 'Floating point',
      'learning-rate': 'Learning rate',
      'time-steps': 'Window length',
      'saved-model': 'Older saved file',
    } satisfies Record<RankedId, string> as Record<RankedId, string>,
    size: withInterval,
    shortSize: shortWithInterval,
    axis: 'Standard deviation of the forecast over the runs',
  },

  growth: {
    heading: ({ text, measure }: Heading) => `${text}: ${measure}`,
    epoch: 'Epoch',
    difference: 'Largest difference of an output',
    zero: 'Same weights twice: exactly 0',
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
    above: (panel: PanelInWords) => `Above, “${panel.heading}”: ${describe(panel)}`,
    below: (panel: PanelInWords) => `Below, “${panel.heading}”: ${describe(panel)}`,
    settings: (labels: readonly string[]) =>
      `The settings above, in order: ${shortList(labels, ', ', 20)}.`,
    bars: (bars: readonly string[]) =>
      `Horizontal bars, longest first, with 95% intervals: ${bars.join('; ')}.`,
    lastBar: (name: string, size: string) => `Last, set apart: ${name}, ${size}.`,
    sideBySide: (epochs: number) =>
      `Two line charts side by side with one logarithmic scale: the largest difference between the two outputs of a pair, after each of ${epochs} epochs.`,
    left: (growth: GrowthInWords) => `Left, “${growth.heading}”: ${describeGrowth(growth)}`,
    right: (growth: GrowthInWords) => `Right, “${growth.heading}”: ${describeGrowth(growth)}`,
    flips: (labels: number, fewest: number, most: number) =>
      `At the end ${fewest === most ? most : `${fewest} to ${most}`} of ${labels} labels flip.`,
    zero: (difference: number) =>
      difference === 0
        ? 'At the bottom, below the scale, a blue line at 0: the same weights twice, no difference after any epoch.'
        : `In blue, the same weights twice: up to ${amount(difference)} apart.`,
    pairs: (groups: number) =>
      `Below, each of the ${groups} settings is repeated and compared with itself.`,
    runsAbove: (heading: string, summary: Summary) =>
      `Above, “${heading}”: ${summaryInWords(summary)}.`,
    runsBelow: (heading: string, summary: Summary, identical: boolean) =>
      `Below, “${heading}”: ${identical ? 'repeats identical (spread 0); ' : ''}${summaryInWords(summary)}.`,
  },
};

/** How far pairs are apart, for the alternative text. */
export interface GrowthInWords {
  readonly heading: string;
  readonly pairs: number;
  /** Largest differences of all pairs: after the first epoch, ever, and after the last. */
  readonly first: number;
  readonly largest: number;
  readonly last: number;
}

const describeGrowth = ({ pairs, first, largest, last }: GrowthInWords): string =>
  `${pairs} pairs, at most ${amount(first)} apart after the first epoch, ${amount(last)} after the last, and ${amount(largest)} at any time.`;

/** The outputs of many runs at one time step. */
export const summaryInWords = ({ count, mean, deviation, low, high }: Summary): string =>
  `mean ${amount(mean)}, standard deviation ${amount(deviation)} (n − 1), n = ${count}, range ${amount(low)} to ${amount(high)}`;

function describe(panel: PanelInWords): string {
  const lines = `${panel.lines} ${panel.dotted ? 'rows of dots' : 'lines'}`;
  const { identical, distance, at, fromTarget, error } = panel;
  if (fromTarget)
    return (
      `${lines}, ${identical ? 'all the same' : 'not all the same'}; farthest from the dashed target ` +
      `at time step ${at}, by ${amount(distance)}; root mean squared error ${amount(error)}.`
    );
  if (identical) return `${lines}, repeats identical (spread 0).`;
  return `${lines}, farthest apart at time step ${at}, by ${amount(distance)}.`;
}
