import type { Comparison, Summary } from './result.ts';

/** Above this many runs single lines can't be told apart: a demo then shows how its outputs are distributed. */
const mostSingleRuns = 40;

/** Whether the runs are draws, so that a standard deviation says something of them: not settings, engines or repeats. */
export const isSample = ({
  measure,
  rounding,
  sweep,
}: Pick<Comparison, 'measure' | 'rounding' | 'sweep'>): boolean =>
  measure === 'spread' && !rounding && !sweep;

export const hasManyRuns = ({ runs }: { readonly runs: number }): boolean => runs > mostSingleRuns;

export const showsDistribution = (
  result: Pick<Comparison, 'runs' | 'measure' | 'rounding' | 'sweep'>,
): boolean => hasManyRuns(result) && isSample(result);

export function summarise(values: readonly number[]): Summary {
  const finite = values.filter(Number.isFinite);
  return {
    count: finite.length,
    mean: mean(finite),
    deviation: Math.sqrt(variance(finite)),
    low: Math.min(...finite),
    high: Math.max(...finite),
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a sample: the squares are divided by n - 1. 0 for fewer than two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/**
 * [runs][timeSteps] -> the root mean square over the time steps of the standard deviation over the runs (n - 1). Row by row,
 * because a resampled interval asks for it hundreds of times.
 */
export function deviationOf(outputs: readonly Float32Array[]): number {
  const [first] = outputs;
  if (!first) return Number.NaN;
  const means = sumsOf(outputs).map((sum) => sum / outputs.length);
  const squares = new Float64Array(means.length);
  for (const row of outputs)
    for (let at = 0; at < squares.length; at++)
      squares[at] = (squares[at] ?? 0) + ((row[at] ?? Number.NaN) - (means[at] ?? 0)) ** 2;
  const freedom = Math.max(1, outputs.length - 1);
  return Math.sqrt(mean(Array.from(squares, (square) => square / freedom)));
}

/** What the rows give together in each place, float64. */
export function sumsOf(rows: readonly Float32Array[]): Float64Array {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows)
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? Number.NaN);
  return sums;
}

/** The standard deviation of a series over its time steps. */
export function swingOf(series: Float32Array): number {
  const centre = mean(Array.from(series));
  const squares = Array.from(series, (value) => (value - centre) ** 2);
  return Math.sqrt(mean(squares));
}

/**
 * Quantile of type 7 of Hyndman & Fan (The American Statistician 1996), the default of R and NumPy: the value at place
 * (n - 1) * probability of the sorted values, counted from 0, on a straight line between its neighbours.
 * NaN if there are no values.
 */
export function quantile(sorted: readonly number[], probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** What stands in one place of every row. */
export const column = (rows: readonly Float32Array[], at: number): number[] =>
  rows.map((row) => row[at] ?? Number.NaN);
