import type { drawnFrom } from '../demos/index.ts';

/** What a comparison's story may say: numbers, ready for people, and the phrases that fit them. */
export interface ComparisonFacts {
  readonly runs: number;
  /** Standard deviation over the runs, with the cause at work: what is called spread in every language. */
  readonly spread: string;
  /** Largest distance between two outputs at one time step, with the cause at work. */
  readonly farthest: string;
  /** Root mean square distance from the target, with the cause at work, after the fix, and where nothing is wrong. */
  readonly error: string;
  readonly errorAfter: string;
  readonly yardstick: string;
  readonly sweep: SweepFacts;

  readonly engine: string;
  /** All engines and what they are; how many there are, and how many had their turn: with fewer runs not all. */
  readonly engineList: string;
  readonly engines: string;
  readonly asked: string;
  /** How many batch sizes there are, the smallest and the largest, and all of them or the first ones. */
  readonly sizes: number;
  readonly batchSizes: string;
  readonly batchSizeList: string;
  readonly spreadByEngine: string;

  /** How many of the loaded models had the right hash, and gave the right output for a known input. */
  readonly hash: string;
  readonly golden: string;
  readonly hashLine: string;
  readonly caught: string;
  readonly restored: string;

  readonly same: string;
  readonly apart: string;
  readonly batches: string;
  readonly lastBits: string;
  readonly everyTime: string;
  readonly withItself: string;
  /** That the demo is a toy, and whether the cause acted in it. */
  readonly onlyToy: string;
}

/** What the settings of a sweep gave; empty texts where nothing is swept. */
export interface SweepFacts {
  readonly count: number;
  /** All of them or the first ones. */
  readonly list: string;
  readonly last: string;
  /** Smallest and largest value of the demo's own seed, and at which setting. */
  readonly lowest: string;
  readonly lowestAt: string;
  readonly highest: string;
  readonly highestAt: string;
  /** `lowest` to `highest`. */
  readonly range: string;
  /** What the other seeds do, beside what the setting does: a sentence. */
  readonly seeds: string;
  /** The trained window, or the right file. */
  readonly usual: string;
  /** Of every setting repeated: the end of a sentence, and a few words. */
  readonly again: string;
  readonly difference: string;
}

/** The outputs of many runs at one time step. */
export interface SummaryFacts {
  readonly count: number;
  readonly mean: string;
  readonly deviation: string;
  readonly low: string;
  readonly high: string;
}

/** How big each cause is: what the story of `all` may say. */
export interface RankingFacts {
  readonly runs: number;
  /** Each with a series and a model of its own. */
  readonly pairs: number;
  readonly forecasts: number;
  readonly rows: string;
  readonly together: string;
  /** What they would give together if they are independent, so that their variances add up. */
  readonly added: string;
  readonly resamples: number;
  readonly drawnFrom: typeof drawnFrom;
  readonly largest: string;
  readonly tooSmall: string;
  readonly nothingVaried: string;
}

/** What one bit does: what the story of `butterfly` may say. */
export interface GrowthFacts {
  readonly pairs: number;
  readonly epochs: number;
  readonly units: number;
  readonly learningRate: number;
  /** Largest difference that the moved bit made, in the forecast and in the sign task. */
  readonly forecast: string;
  readonly sign: string;
  readonly flips: string;
  /** Fewest to most, and how many there are. */
  readonly flipped: string;
  readonly labels: number;
  readonly accuracy: string;
  readonly accuracyMoved: string;
  readonly lines: string;
  readonly same: string;
  readonly conclusion: string;
}

/** How far averages of models spread: what the story of `steadier` may say. */
export interface AveragesFacts {
  readonly models: number;
  /** How many models the largest average has, and how many such averages there are. */
  readonly most: number;
  readonly averages: number;
  /** Spread and error of one model, and of the largest average. */
  readonly spreadOfOne: string;
  readonly spreadOfMost: string;
  readonly errorOfOne: string;
  readonly errorOfMost: string;
  /** How many times smaller the spread is, and how many times it should be: the square root of `most`. */
  readonly smaller: string;
  readonly expected: string;
  readonly rows: string;
  readonly same: string;
}

/** Two values of a setting: what the story of `compare` may say. */
export interface PairedFacts {
  readonly setting: string;
  readonly a: string;
  readonly b: string;
  readonly runs: number;
  readonly meanA: string;
  readonly meanB: string;
  /** The value with the lower mean error, and the other; how far apart, with the interval, above 0 in favour of the winner. */
  readonly winner: string;
  readonly loser: string;
  readonly best: string;
  readonly worst: string;
  readonly distance: string;
  readonly low: string;
  readonly high: string;
  /** How often one run each picks the loser: `25%`. */
  readonly wrong: string;
  readonly needed: string;
  /** What the runs of a pair have in common. */
  readonly shared: string;
}

/** Somebody's repeated outputs: what their story may say. Numbers ready for people; empty texts where there is nothing to say. */
export interface OutputsFacts {
  readonly runs: number;
  /** Of each run: `12 values`. */
  readonly values: string;
  /** Largest difference of two runs at one value, and its share of the largest output. */
  readonly farthest: string;
  readonly relative: string;
  readonly spread: string;
  /** The spread as a share: `3.1% of ...`. */
  readonly ofUsual: string;
  /** How the order was tested, and the interval of the mean: sentences. */
  readonly order: string;
  readonly interval: string;
  /** Probability by chance. */
  readonly p: string;
  /** The last printed digit, where it hides something. */
  readonly floor: string;
  readonly broken: number;
  readonly firstBrokenRun: number;
  readonly firstBrokenValue: number;
  readonly settledFrom: number;
  readonly firstStep: string;
  readonly lastStep: string;
  readonly classes: number;
  /** How often each class comes: a sentence. */
  readonly counts: string;
  /** The largest one. */
  readonly shift: number;
  readonly versions: number;
  /** Which version each run is: `A B A`. */
  readonly pattern: string;
  /** `1.2 × first + 0.3` of the run that is moved most. */
  readonly line: string;
  readonly residual: string;
}
