import type { Comparison, Summary } from './result.ts';

/** Above this many runs single lines can't be told apart: a demo then shows how its outputs are distributed. */
const mostSingleRuns = 20;

/** Not where differences are in the last bits: these are shown as dots, however many. */
export const showsDistribution = ({
  runs,
  rounding,
}: Pick<Comparison, 'runs' | 'rounding'>): boolean => runs > mostSingleRuns && !rounding;

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
