import type { Measured } from '../measured.ts';

/** What repeated outputs can look like, in the order in which it is looked for: the first one that is found counts. */
export const signatureIds = [
  'not-finite',
  'identical',
  'last-bits',
  'settled',
  'whole-numbers',
  'reordered',
  'shifted',
  'versions',
  'rescaled',
  'settling',
  'ordered',
  'independent',
] as const;
export type SignatureId = (typeof signatureIds)[number];

/** What was measured; each signature tells its own. Runs and values are counted from 1. */
export interface Statistics {
  /** Largest difference of two runs at one value, and its share of the largest absolute output. */
  readonly largestDifference?: number;
  readonly relativeDifference?: number;
  /** Standard deviation over the runs (n - 1) at each value, root mean square over the values. */
  readonly spread?: number;
  /** The same as a share of the standard deviation along the mean of all runs; with few values, of their mean. */
  readonly ofSwing?: number;
  readonly ofMean?: number;
  /** Mean of all outputs; with one value a run, the 95% interval of that mean. */
  readonly mean?: number;
  readonly interval?: readonly [low: number, high: number];
  /** How many runs differ from each other. */
  readonly versions?: number;
  /** Which version each run is, the first one 1. */
  readonly versionOf?: readonly number[];
  /** Half a unit of the last printed digit, where that is coarser than a float32. */
  readonly floor?: number;
  /** Runs with an output that is no number, and where the first such output stands. */
  readonly brokenRuns?: number;
  readonly firstBrokenRun?: number;
  readonly firstBrokenValue?: number;
  /** From which run on nothing changes. */
  readonly settledFrom?: number;
  /** Distances (root mean square over the values) of the first two and the last two runs. */
  readonly firstStep?: number;
  readonly lastStep?: number;
  /** Different whole numbers; probability that all runs draw them equally often. */
  readonly classes?: number;
  readonly countsP?: number;
  /** True: every run holds the same numbers. */
  readonly sameCounts?: boolean;
  /** By how many values each run is moved against the first. */
  readonly shifts?: readonly number[];
  /** Each run as a x first + b, and what that leaves unexplained, as a share of the difference. */
  readonly factors?: readonly number[];
  readonly offsets?: readonly number[];
  readonly residual?: number;
  /** Von Neumann's ratio of the order, about 2 where there is none, and its probability by chance. */
  readonly vonNeumann?: number;
  readonly orderP?: number;
}

/** Finds one signature, and says what it measured for that. */
export type Find = (measured: Measured) => Statistics | undefined;
