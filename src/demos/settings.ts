/** The value of a setting in run `run` of `runs`, lowest first. */
export type Sweep = (run: number, runs: number) => number;

/**
 * Counts from `first` up by `step`. If that would go past `last`, takes whole numbers spread evenly from `first` to `last`
 * instead; with more runs than whole numbers, some come twice.
 */
export const steps =
  (first: number, step: number, last: number): Sweep =>
  (run, runs) =>
    first + step * (runs - 1) <= last
      ? first + step * run
      : Math.round(first + ((last - first) * run) / (runs - 1));

/** From `lowest` to `highest` in equal ratios, rounded to two significant digits. */
export const geometric =
  (lowest: number, highest: number): Sweep =>
  (run, runs) =>
    Number((lowest * (highest / lowest) ** (run / (runs - 1))).toPrecision(2));
