/**
 * The settings of a sweep of so many runs, lowest first, spread evenly from the lowest to the highest. No setting comes
 * twice: with more runs than settings all of them are taken.
 */
export type Sweep = (runs: number) => number[];

/** Whole numbers in equal steps. */
export const whole = (first: number, last: number): Sweep =>
  spread((share) => Math.round(first + (last - first) * share), last - first + 1);

/** Whole numbers in about equal ratios. */
export const wholeRatios = (lowest: number, highest: number): Sweep =>
  spread((share) => Math.round(lowest * (highest / lowest) ** share), highest - lowest + 1);

/** In equal ratios: round numbers (one significant digit) where these differ, else with two digits. */
export function geometric(lowest: number, highest: number): Sweep {
  const rounded = (digits: number) =>
    spread((share) => Number((lowest * (highest / lowest) ** share).toPrecision(digits)), Infinity);
  return (runs) => {
    const round = rounded(1)(runs);
    return round.length === runs ? round : rounded(2)(runs);
  };
}

/** `most`: there are no more settings than these. */
function spread(at: (share: number) => number, most: number): Sweep {
  return (runs) => {
    const count = Math.min(runs, most);
    return [...new Set(Array.from({ length: count }, (_, i) => at(i / (count - 1))))];
  };
}
