import type { Engine } from '../lstm/index.ts';
import { countRuns, type ReportProgress } from './progress.ts';
import type { Row } from './plan.ts';
import { answerAll } from './request.ts';
import type { DemoResult } from './result.ts';

/** What runs gave, in their order; one array a run, or one for each time that it was asked. */
export type Outputs = readonly Float32Array[];

/**
 * A demo as pieces of work that know nothing of each other: whoever computes one, and in which order, gets the same bytes. So
 * its pieces can be computed in several processes.
 */
export interface Pieces<Result = DemoResult> {
  /** How many runs each piece is. */
  readonly runs: readonly number[];
  readonly compute: (piece: number) => Outputs;
  /** Puts together what all pieces gave, in their order. */
  readonly result: (outputs: readonly Outputs[]) => Result;
  /** True: the runs ask one model. Each process would train it anew, so that one should compute them all. */
  readonly sharesModel?: boolean;
}

/** One piece after the other. Progress counts runs. */
export async function computeAll<Result>(
  { runs, compute, result }: Pieces<Result>,
  onProgress: ReportProgress,
): Promise<Result> {
  const countRun = countRuns(totalOf(runs), onProgress);
  const outputs: Outputs[] = [];
  for (const [piece, size] of runs.entries()) {
    outputs.push(compute(piece));
    await countRun(size);
  }
  return result(outputs);
}

const totalOf = (runs: readonly number[]): number => runs.reduce((sum, each) => sum + each, 0);

/** Gives the outputs of rows, one each. */
export type OutputsOf = (rows: readonly Row[]) => Outputs;

/** Of rows of which each trains a model of its own: all of them in one call of the engine. */
export const trainedTogether =
  (engine: Engine): OutputsOf =>
  (rows) =>
    answerAll(
      engine,
      rows.flatMap(({ describe }) => describe?.() ?? []),
    );

/**
 * So many runs are trained in one call. The kernel is quicker then; but people wait for progress and for a child that helped
 * with another job, and an engine that trains one by one would only have them wait longer.
 */
export const runsAtOnce = ({ name }: Engine): number => (name === 'kernel' ? 4 : 1);

/** Items in groups of that size; the last one may be smaller. */
export const inGroups = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  );

/** Rows in groups of that size. */
export function piecesOfRows(
  rows: readonly Row[],
  outputsOf: OutputsOf,
  size: number,
): Pick<Pieces, 'runs' | 'compute'> {
  const groups = inGroups(rows, size);
  return {
    runs: groups.map(({ length }) => length),
    compute: (piece) => outputsOf(groups[piece] ?? []),
  };
}
