/** [runs][values] */
export type Matrix = readonly (readonly number[])[];

export const transpose = (rows: Matrix): number[][] =>
  (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? Number.NaN));

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/** 0 if there are none. Not Math.max(...values): there may be a million. */
export const largest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
};

/** Root mean square of the differences of two runs. */
export function distance(a: readonly number[], b: readonly number[]): number {
  let squares = 0;
  for (let at = 0; at < a.length; at++) squares += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return Math.sqrt(squares / a.length);
}

/** Largest difference of two runs. */
export function farthest(a: readonly number[], b: readonly number[]): number {
  let most = 0;
  for (let at = 0; at < a.length; at++)
    most = Math.max(most, Math.abs((a[at] ?? 0) - (b[at] ?? 0)));
  return most;
}

/** P(chi squared > x): Wilson & Hilferty's cube root (PNAS 1931), and the normal tail of Abramowitz & Stegun 26.2.17. */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  const spread = 2 / (9 * degreesOfFreedom);
  const z = ((x / degreesOfFreedom) ** (1 / 3) - (1 - spread)) / Math.sqrt(spread);
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z > 0 ? tail : 1 - tail;
}
