import type { Engine } from '../lstm/index.ts';
import type { CauseId } from '../ids.ts';
import type { VariantId } from './ids.ts';
import { answer, type RunDescription } from './request.ts';
import type { LoadCheck, Rounding } from './result.ts';
import type { Task } from './task.ts';

/** One run of one side: what was set, and how to get its outputs. Nothing is computed until `output` is called. */
export interface Row {
  /** A function where it is known only once something was computed. */
  readonly label: string | (() => string);
  /** Rows of one group are compared with each other. */
  readonly group: number;
  /** [forecastLength] */
  readonly output: () => Float32Array;
  /** From what the output is computed. Absent where it is not by the demo's own engine. */
  readonly describe?: () => RunDescription;
  /** Compares the loaded model with the notes made when it was saved. Absent if the row loads none. */
  readonly check?: () => LoadCheck;
}

export interface Side {
  readonly rows: readonly Row[];
  /** True: all rows repeat the first one. */
  readonly repeats?: true;
  /** [forecastLength] */
  readonly target: Float32Array;
}

/** What is drawn against the settings, where the runs are settings in their order. */
export interface SweepKind {
  /**
   * `error`: the root mean square distance of the outputs from the target. `change`: the largest distance from the outputs
   * of the first setting.
   */
  readonly of: 'error' | 'change';
  /** The setting that everything else is used with: the trained window, the right file. */
  readonly usual?: () => string;
  /** True: the settings are files, each of which is there when its training is over. */
  readonly areFiles?: true;
}

/** What a demo will do: the cause at work, and the same held fixed. */
export interface Plan {
  readonly before: Side;
  readonly after: Side;
  readonly measure: 'spread' | 'error';
  /** True: every run trains a model of its own, as it is described. */
  readonly retrains?: true;
  /** With the measure `error`: that of the same model where nothing is wrong. */
  readonly yardstick?: () => number;
  /** The call with which the others are compared, where that is none of the other side. */
  readonly held?: () => RunDescription;
  /** Where the runs are settings in their order and not draws. */
  readonly sweep?: SweepKind;
  /** Where the differences are in the last bits. */
  readonly rounding?: { readonly exact: () => Float64Array; readonly from: Rounding['from'] };
}

/** The values that a setting may take. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  /** Whole numbers only; else at most four decimals. */
  readonly whole: boolean;
  /** What is compared where nothing else is asked for. */
  readonly usual: readonly [a: number, b: number];
  /** What to offer while somebody types, lowest first. */
  readonly choices: readonly number[];
}

/**
 * What can be watched of a demo: its models while they train; a difference on its way through the time steps of two calls;
 * or how far trainings are apart, epoch by epoch.
 */
export type Watchable = 'training' | 'calls' | 'epochs';

/** What every variant of every demo says of itself. */
export interface Form {
  /** Absent where watching would show nothing. */
  readonly watch?: Watchable;
  /** Such that the demo takes a few seconds on two cores. */
  readonly defaultRuns: number;
  /** 2 if absent. */
  readonly fewestRuns?: number;
  /** The values of which it compares two, where it does. */
  readonly compares?: ValueRange;
  /** True: it compares the engines of this machine, so that they are part of what it gives. */
  readonly comparesEngines?: boolean;
  /** True: it also works on a person's own series. Others make theirs on purpose, or need the toy's cut. */
  readonly takesData?: true;
}

/** What a plan is given beside the seed. */
export interface Given {
  /** For a variant that compares engines: those of this machine, the usual one first. */
  readonly present?: readonly Engine[];
  /** For a variant that takes data; that of the toy if absent. */
  readonly task?: Task;
}

export interface Variant extends Form {
  readonly plan: (engine: Engine, seed: string, runs: number, given?: Given) => Plan;
}

export type Demo<Id extends CauseId = CauseId> = Readonly<Record<VariantId<Id>, Variant>>;

export const labelOf = ({ label }: Pick<Row, 'label'>): string =>
  typeof label === 'string' ? label : label();

/** A row that the demo's engine computes from its description. */
export const describedRow = (
  engine: Engine,
  { label, group }: Pick<Row, 'label' | 'group'>,
  describe: () => RunDescription,
) => ({ label, group, describe, output: () => answer(engine, describe()) });

/** `runs` rows of one group, numbered from 1. */
export const rows = (
  engine: Engine,
  runs: number,
  describe: (run: number) => RunDescription,
): Row[] =>
  Array.from({ length: runs }, (_, run) =>
    describedRow(engine, { label: String(run + 1), group: 0 }, () => describe(run)),
  );
