import { openStream } from '../../../lstm/index.ts';
import type { Size } from '../../result.ts';
import { ascending, mean, quantile } from '../../statistics.ts';

export const resamples = 1000;

/** The rows that may be the largest: the first one, and those whose intervals reach into its own. Largest first. */
export const leaders = <Row extends Size>(rows: readonly Row[]): Row[] =>
  rows.filter(({ high }) => high >= (rows[0]?.low ?? 0));

/** A bar is too short to be seen if the longest one is more than this many times as long. */
const visibleRange = 200;

/** The rows whose bars are too short to be seen beside the longest one. */
export function invisible<Row extends Size>(rows: readonly Row[]): Row[] {
  const longest = Math.max(...rows.map(({ deviation }) => deviation));
  return rows.filter(({ deviation }) => deviation < longest / visibleRange);
}

/**
 * Sizes with intervals from the percentile bootstrap (Efron & Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13). Two runs of a pair have everything in common but the cause: half of their squared distance estimates its
 * variance, and the mean of these over the pairs is not biased, so that the interval does not run low. Whole pairs are
 * drawn with replacement. All of `samples` have the same number of runs, pair after pair, and are resampled alike.
 */
export function measureSizes(samples: readonly (readonly Float32Array[])[], seed: string): Size[] {
  const pairs = Math.floor((samples[0]?.length ?? 0) / 2);
  const drawn = drawResamples(seed, pairs);
  return samples.map((outputs) => {
    const variances = variancesOfPairs(outputs);
    const again = ascending(
      drawn.map((picked) => Math.sqrt(mean(picked.map((at) => variances[at] ?? 0)))),
    );
    return {
      deviation: Math.sqrt(mean(variances)),
      low: quantile(again, 0.025),
      high: quantile(again, 0.975),
    };
  });
}

/** Of each pair of runs the variance at each time step, (a - b)^2 / 2 for two values; the mean over the time steps. */
function variancesOfPairs(outputs: readonly Float32Array[]): number[] {
  return Array.from({ length: Math.floor(outputs.length / 2) }, (_, pair) => {
    const [first, second] = outputs.slice(2 * pair);
    if (!first || !second) return Number.NaN;
    const squares = Array.from(first, (value, at) => (value - (second[at] ?? Number.NaN)) ** 2);
    return squares.reduce((sum, square) => sum + square, 0) / (2 * squares.length);
  });
}

/** [resamples][pairs]: which pairs are drawn. */
function drawResamples(seed: string, pairs: number): number[][] {
  const stream = openStream(seed, 'bootstrap', 0);
  return Array.from({ length: resamples }, () =>
    Array.from({ length: pairs }, () => Math.floor(stream.uniform() * pairs)),
  );
}
