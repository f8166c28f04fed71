import type { Condition, LoadCheck, Size } from '../demos/index.ts';

/**
 * A measured amount for people: two significant digits (0.14, 1.5, 0.080), 0 for exactly nothing, powers of ten below
 * 0.001. The same in every language, so that a number can be searched for.
 */
export function amount(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.001) return value.toExponential(1);
  return value.toPrecision(2);
}

/** All labels where they are few, else the first three and the last. */
export const shortList = (labels: readonly string[], separator: string, most = 8): string =>
  labels.length <= most
    ? labels.join(separator)
    : [...labels.slice(0, 3), `… ${labels.at(-1) ?? ''}`].join(separator);

/** An amount with its interval. */
export const withInterval = ({ deviation, low, high }: Size): string =>
  `${amount(deviation)} (${amount(low)}–${amount(high)})`;

/** For a narrow column: three decimals, and no interval where the amount needs a power of ten. */
export const shortWithInterval = ({ deviation, low, high }: Size): string =>
  deviation < 0.001
    ? amount(deviation)
    : `${deviation.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;

export const distinct = (labels: readonly string[]): string[] => [...new Set(labels)];

/** The first and the last label, for headings. */
export const ends = (labels: readonly string[]): string =>
  labels.length <= 3 ? labels.join(', ') : `${labels[0] ?? ''} … ${labels.at(-1) ?? ''}`;

/** How many of the runs that loaded a saved model passed the check. */
export const passed = ({ checks = [] }: Condition, check: keyof LoadCheck): number =>
  checks.filter((of) => of[check]).length;

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** 0 if there are none. */
export const largestOf = (rows: readonly Float32Array[]): number =>
  Math.max(0, ...rows.map((row) => Math.max(...row)));

export const lastValues = (rows: readonly Float32Array[]): number[] =>
  rows.map((row) => row.at(-1) ?? Number.NaN);

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
