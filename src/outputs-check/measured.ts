import { distance, farthest, largest, median, type Matrix } from './numbers.ts';

/** What all signatures look at, computed once. */
export interface Measured {
  /** [runs][values], at least two runs; all finite but for the signature that looks for others. */
  readonly runs: Matrix;
  readonly values: number;
  /** True: whole numbers only, such as classes. Equal ones are no surprise then. */
  readonly areWhole: boolean;
  /** Half a unit of the last printed digit, or 0. */
  readonly floor: number;
  /** Largest absolute output. */
  readonly size: number;
  /** The usual size of the outputs' own differences: max(median |x - median x|, 0.001 median |x|). */
  readonly scale: number;
  /** Root mean square distance of each two runs, in units of `scale`, [runs][runs]. */
  readonly distances: Matrix;
  /** Largest difference of two runs at one value. */
  readonly farthest: number;
  /** One unit of the last printed digit, and a little for binary fractions. */
  readonly unit: number;
  /**
   * Two runs no farther apart than this are equal as far as the printed digits tell: one unit, for rounding may go either way.
   * 0 where the differences are only a few units: then equal means printed alike.
   */
  readonly blur: number;
}

export function measure(runs: Matrix, floor: number): Measured {
  const all = runs.flat();
  const size = largest(all.map(Math.abs));
  const centre = median(all);
  const unit = 2.02 * floor;
  const farthestApart = farthestOf(runs);
  const scale =
    Math.max(
      median(all.map((value) => Math.abs(value - centre))),
      1e-3 * median(all.map(Math.abs)),
    ) ||
    size ||
    1;
  return {
    runs,
    values: runs[0]?.length ?? 0,
    areWhole: all.every(Number.isInteger),
    floor,
    size,
    scale,
    distances: runs.map((a) => runs.map((b) => distance(a, b) / scale)),
    farthest: farthestApart,
    unit,
    blur: farthestApart > 20 * unit ? unit : 0,
  };
}

function farthestOf(runs: Matrix): number {
  let most = 0;
  for (let at = 0; at < (runs[0]?.length ?? 0); at++) {
    let [low, high] = [Infinity, -Infinity];
    for (const run of runs) {
      low = Math.min(low, run[at] ?? 0);
      high = Math.max(high, run[at] ?? 0);
    }
    most = Math.max(most, high - low);
  }
  return most;
}

/** Whether two runs have the same values, as far as the printed digits tell. */
export const areEqual = (a: readonly number[], b: readonly number[], blur: number): boolean =>
  farthest(a, b) <= blur;
