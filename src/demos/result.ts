import type { CauseId } from '../ids.ts';
import type { EngineName, NativeLibrary } from '../lstm/index.ts';
import type { Chosen, DemoId, RankedId } from './ids.ts';
import type { OwnSeries } from './own-series.ts';

/** What a demo is asked to do, after checking. Plain data: it travels to the child process as it is. */
export interface DemoParameters<Id extends DemoId = DemoId> extends Chosen<Id> {
  /** The two values of a setting, where the demo compares two. */
  readonly values?: readonly [a: number, b: number];
  /** How often the varied run is repeated, 2 to 200. */
  readonly runs: number;
  /** 1 to 16 letters, digits, `-` or `_`. */
  readonly seed: string;
  /** A person's own series, in place of the toy's. A result only names it. */
  readonly data?: OwnSeries;
}

/** One side of a demo: the cause at work ("before") or held fixed ("after"). */
export interface Condition {
  /** One row a run, each [timeSteps], float32. */
  readonly outputs: readonly Float32Array[];
  /** What was set for each run, e.g. `learning rate 0.01`; plain numbers or words, not translated. */
  readonly labels: readonly string[];
  /** Rows with the same group number got the same inputs, or differ in the varied input only. */
  readonly groups: readonly number[];
  /** Largest max - min over the outputs of one group at one time step. */
  readonly spread: number;
  /**
   * Standard deviation over the rows of a group (n - 1) at each time step; root mean square over time steps and groups.
   * Unlike `spread` it does not grow with the number of runs, so that demos and the ranking can be compared.
   */
  readonly deviation: number;
  /** Index into `timeSteps` where the spread is largest. */
  readonly widestAt: number;
  /** True if all rows of each group have the same bits. */
  readonly identical: boolean;
  /** Root mean squared difference of the outputs from the target, over all rows. */
  readonly error: number;
  /** The series the model should have forecast, [timeSteps]; differs between the sides only in `data-set/shift`. */
  readonly target: Float32Array;
  /** One a row, where each run loaded a saved model. */
  readonly checks?: readonly LoadCheck[];
}

/** Whether a model agrees with what was written down when it was saved. */
export interface LoadCheck {
  /** The hash of its weights. */
  readonly weightHash: boolean;
  /** The output for one known input ("golden pair"), within a tolerance. */
  readonly goldenPair: boolean;
}

/** What each setting of a sweep gives. */
export interface SweepFigures {
  /** Distinct, in order. */
  readonly settings: readonly string[];
  readonly of: 'error' | 'change';
  /** As `of` says; the demo's own seed first, then others', [seeds][settings]. */
  readonly curves: readonly (readonly number[])[];
  /** Largest distance between the outputs of a setting and those of the same setting again, [settings]. */
  readonly again: readonly number[];
  /** The trained window, or the right file: a setting, not necessarily one of `settings`. */
  readonly usual?: string;
  /** What the usual one gives, where the control is that one alone. */
  readonly usualValue?: number;
}

/** Where the differences are in the last bits: charts then show distances, on a log axis. */
export interface Rounding {
  /** The outputs in double precision, [timeSteps]. Not part of the hash: see `predictInDoublePrecision`. */
  readonly exact: Float64Array;
  /** From what the upper panel shows distances: the exact outputs, or the first row of each group as below. */
  readonly from: 'exact' | 'first';
}

/** The outputs of one side's rows at one time step; those that are no numbers are left out. */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of the sample: divided by n - 1. 0 if there are fewer than two. */
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** How the outputs of each side are distributed at one time step. */
export interface Focus {
  /**
   * Index into `timeSteps`: where the spread of the "before" side is largest, or with the measure `error` where one of
   * its outputs is farthest from the target.
   */
  readonly at: number;
  readonly before: Summary;
  readonly after: Summary;
}

/** What every result has. Plain data, serialisable; the same parameters and engine give the same bytes. */
interface Proof extends DemoParameters {
  /** Where the models were trained. */
  readonly engine: EngineName;
  /** Where the demo compares engines: all of them, `engine` first. */
  readonly engines?: readonly EngineName[];
  /** Where `tfjs-node` took part. */
  readonly library?: NativeLibrary;
  readonly before: Condition;
  readonly after: Condition;
  /** SHA-256 (hex) over the raw little-endian float32 outputs of everything that ran, in order. */
  readonly hash: string;
  /** Cause, variant, runs, seed, engines and the start of the hash: enough to run it again and compare. */
  readonly replay: string;
}

/** One cause at work, and held fixed. */
export interface Comparison extends Proof {
  readonly kind: 'comparison';
  readonly cause: CauseId;
  /** The x axis: numbers of the forecast time steps. */
  readonly timeSteps: readonly number[];
  /** Which number proves the cause: `spread`, or `error` where the outputs repeat but are wrong. */
  readonly measure: 'spread' | 'error';
  /** With the measure `error`: that of the same model where nothing is wrong. */
  readonly yardstick?: number;
  readonly focus: Focus;
  readonly rounding?: Rounding;
  /** Where the runs are settings in their order: then no statistic of a sample is told of them. */
  readonly sweep?: SweepFigures;
}

/** How far forecasts spread, and the interval that repeating the whole measurement would mostly give. */
export interface Size {
  /** Standard deviation that the cause alone gives at each time step; root mean square over time steps, series and models. */
  readonly deviation: number;
  /** 95% interval. */
  readonly low: number;
  readonly high: number;
}

/** By chance, or by choice: then the bar is as long as the range that the setting is drawn from. */
export type Nature = 'chance' | 'setting';

/** One cause alone. */
export interface RankedRow extends Size {
  readonly id: RankedId;
  readonly nature: Nature;
  /** [runs][timeSteps] */
  readonly outputs: readonly Float32Array[];
}

/** The study `all`: how big each cause is alone. Before: all of them varied together. After: nothing varied. */
export interface Ranking extends Proof {
  readonly kind: 'ranking';
  readonly cause: 'all';
  readonly timeSteps: readonly number[];
  /** What should have been forecast, one a pair of runs: each pair has a series of its own. */
  readonly targets: readonly Float32Array[];
  /** Largest first. */
  readonly rows: readonly RankedRow[];
  readonly together: Size;
}

/** How far two trainings of each pair are apart after every epoch: largest difference of an output, [pairs][epochs]. */
export interface TaskGrowth {
  /** One initial weight moved by one unit in the last place. */
  readonly moved: readonly Float32Array[];
  /** The same weights twice. */
  readonly same: readonly Float32Array[];
}

/** The study `butterfly`: what one bit does to two tasks. Before: the pairs of the sign task after the last epoch; after: the same weights twice. */
export interface Growth extends Proof {
  readonly kind: 'growth';
  readonly cause: 'butterfly';
  /** The x axis. */
  readonly epochs: readonly number[];
  readonly forecast: TaskGrowth;
  readonly sign: TaskGrowth & {
    /** How many labels are predicted. */
    readonly labels: number;
    /** How many of them differ between the two of a pair, [pairs][epochs]. */
    readonly flips: readonly Float32Array[];
    /** Share of correct labels, [pairs][plain, moved][epochs]. */
    readonly accuracies: readonly (readonly Float32Array[])[];
  };
}

/** The average of `models` models, for as many groups of them as there are; no model is in two groups. */
export interface Averaged {
  readonly models: number;
  /** [groups][timeSteps], float32 */
  readonly outputs: readonly Float32Array[];
  /** Standard deviation over the groups (n - 1) at each time step, root mean square over the time steps. */
  readonly deviation: number;
  /** Where 95% of such deviations would lie if all models were independent. */
  readonly range: readonly [low: number, high: number];
  /** Root mean squared difference from the target, over all groups. */
  readonly error: number;
}

/** The study `steadier`: how far averages of models spread. Before: single models. After: one of them trained again and again. */
export interface Averages extends Proof {
  readonly kind: 'averages';
  readonly cause: 'steadier';
  readonly timeSteps: readonly number[];
  /** Fewest models first; the first row is of single models. */
  readonly rows: readonly Averaged[];
}

/** What the errors of two values say, one error a run; run `i` of both had the same seed. */
export interface Verdict {
  readonly meanA: number;
  readonly meanB: number;
  /** Mean of the paired differences, a - b: above 0, the error of b is the lower one. */
  readonly difference: number;
  /** 95% interval of the difference: Student's t on the pairs. */
  readonly interval: readonly [low: number, high: number];
  /** How often one run of each would have picked the value with the worse mean, a share of 1. */
  readonly wrongByOneRun: number;
  /** About how many pairs find such a difference in 80% of cases; infinite where there is none. */
  readonly runsNeeded: number;
}

/**
 * The study `compare`: two values of a setting, trained with the same seeds. Before: all forecasts, a group for each value.
 * After: the first run of each value, trained twice.
 */
export interface PairedComparison extends Proof {
  readonly kind: 'paired';
  readonly cause: 'compare';
  readonly values: readonly [a: number, b: number];
  /** Root mean squared error of the forecast of each run on values after the training data, [runs] for each value. */
  readonly errors: readonly [a: readonly number[], b: readonly number[]];
  readonly verdict: Verdict;
}

export type DemoResult = Comparison | Ranking | Growth | Averages | PairedComparison;
