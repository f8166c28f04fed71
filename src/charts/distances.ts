import { distancesOf, type Comparison, type Rounding } from '../demos/index.ts';

/** The distance between neighbouring float32 numbers at that size ("ulp"): 2^-23 of the power of two below it. */
export function floatStep(value: number): number {
  const smallestNormal = 2 ** -126;
  const size = Math.max(Math.abs(value), smallestNormal);
  let power = 2 ** Math.floor(Math.log2(size));
  // The logarithm may round up to the next whole number.
  if (power > size) power /= 2;
  return power * 2 ** -23;
}

/** A log axis with a place for 0, which has no logarithm: one place below the lowest power of ten. */
export interface LogScale {
  /** Exponents of ten at the ends of the axis. */
  readonly lowest: number;
  readonly highest: number;
}

/** The powers of ten around all values that are greater than 0. */
export function logScaleOf(values: readonly number[]): LogScale {
  const exponents = values.filter((value) => value > 0 && value < Infinity).map(Math.log10);
  if (exponents.length === 0) return { lowest: -9, highest: -6 };
  const lowest = Math.floor(Math.min(...exponents));
  return { lowest, highest: Math.max(Math.ceil(Math.max(...exponents)), lowest + 1) };
}

/** Labels from the bottom: `0`, `1e-10`, `1e-9` ... */
export const labelsOf = ({ lowest, highest }: LogScale): string[] => [
  '0',
  ...Array.from({ length: highest - lowest + 1 }, (_, place) => `1e${lowest + place}`),
];

/** The place of a value among the labels: 0 for 0, a fraction between two labels; null for what is no number. */
export function placeIn({ lowest }: LogScale, value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return value === 0 ? 0 : 1 + Math.log10(value) - lowest;
}

/** All distances that a chart shows, both panels together, and the float steps at the outputs. */
export const everythingDrawn = ({ before, after }: Comparison, rounding: Rounding): number[] => [
  ...Array.from(rounding.exact, floatStep),
  ...distancesOf(before, rounding, 'before').flatMap(({ values }) => values),
  ...distancesOf(after, rounding, 'after').flatMap(({ values }) => values),
];
