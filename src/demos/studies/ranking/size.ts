import { openStream } from '../../../lstm/index.ts';
import type { Size } from '../../result.ts';
import { ascending, column, deviationOf, quantile } from '../../statistics.ts';

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
 * chapter 13): whole runs are drawn with replacement, so that the time steps of one run stay together. All of `samples`
 * have the same number of runs and are resampled alike.
 */
export function measureSizes(samples: readonly (readonly Float32Array[])[], seed: string): Size[] {
  const runs = samples[0]?.length ?? 0;
  const draws = drawResamples(seed, runs);
  return samples.map((outputs) => {
    const centred = centre(outputs);
    const again = ascending(draws.map((counts) => resampledDeviation(centred, counts)));
    return {
      deviation: deviationOf(outputs),
      low: quantile(again, 0.025),
      high: quantile(again, 0.975),
    };
  });
}

/** [resamples][runs]: how often each run is drawn. */
function drawResamples(seed: string, runs: number): Uint16Array[] {
  const stream = openStream(seed, 'bootstrap', 0);
  return Array.from({ length: resamples }, () => {
    const counts = new Uint16Array(runs);
    for (let draw = 0; draw < runs; draw++) {
      const run = Math.floor(stream.uniform() * runs);
      counts[run] = (counts[run] ?? 0) + 1;
    }
    return counts;
  });
}

/** Subtracts the mean over the runs at each time step. Without this, rounding in the squares would hide a small variance. */
function centre(outputs: readonly Float32Array[]): Float64Array[] {
  const steps = outputs[0]?.length ?? 0;
  const means = Array.from(
    { length: steps },
    (_, at) => column(outputs, at).reduce((sum, value) => sum + value, 0) / outputs.length,
  );
  return outputs.map((row) => Float64Array.from(row, (value, at) => value - (means[at] ?? 0)));
}

/**
 * `deviationOf` of the runs as often as they were drawn (c_i times, n in all). At each time step
 * (n - 1) s^2 = sum c_i x_i^2 - (sum c_i x_i)^2 / n.
 */
function resampledDeviation(centred: readonly Float64Array[], counts: Uint16Array): number {
  const steps = centred[0]?.length ?? 0;
  const sums = new Float64Array(steps);
  let squares = 0;
  centred.forEach((row, run) => {
    const count = counts[run] ?? 0;
    if (count === 0) return;
    for (let at = 0; at < steps; at++) {
      const value = row[at] ?? 0;
      sums[at] = (sums[at] ?? 0) + count * value;
      squares += count * value * value;
    }
  });
  const runs = centred.length;
  const ofMeans = sums.reduce((total, sum) => total + sum * sum, 0) / runs;
  return Math.sqrt(Math.max(squares - ofMeans, 0) / ((runs - 1) * steps));
}
