import type { Size, Summary, VariantId } from '../demos/index.ts';
import type { SummaryFacts } from './facts.ts';

/**
 * A measured amount for people: two significant digits (0.14, 1.5, 0.080), 0 for exactly nothing, powers of ten below
 * 0.001. The same in every language, so that a number can be searched for.
 */
export function amount(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.001) return value.toExponential(1);
  return value.toPrecision(2);
}

/** Of a setting: the number, or that clipping is off. */
export const valueName = (
  variant: VariantId,
  value: number,
  { noClipping }: { readonly noClipping: string },
): string => (variant === 'clipping' && value === 0 ? noClipping : String(value));

/** All labels where they are few, else the first three and the last. */
export const shorten = (labels: readonly string[], most = 8): readonly string[] =>
  labels.length <= most ? labels : [...labels.slice(0, 3), `… ${labels.at(-1) ?? ''}`];

/** An amount with its interval. */
export const withInterval = ({ deviation, low, high }: Size): string =>
  `${amount(deviation)} (${amount(low)}–${amount(high)})`;

/** For a narrow column: no interval where the amount needs a power of ten. */
export const shortWithInterval = (size: Size): string =>
  size.deviation < 0.001 ? amount(size.deviation) : withInterval(size);

export const distinct = (labels: readonly string[]): string[] => [...new Set(labels)];

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** Whole percents; what is neither never nor always is not called so. */
export const roundPercent = (share: number, say: { under: string; over: string }): string => {
  if (share > 0 && share < 0.01) return say.under;
  return share > 0.99 && share < 1 ? say.over : `${Math.round(100 * share)}%`;
};

/** A part of a whole, in percent with two digits. */
export const share = (part: number, whole: number): string =>
  `${Number(((100 * part) / whole).toPrecision(2))}%`;

/** 0 if there are none. */
export const largestOfAll = (values: readonly number[]): number =>
  values.reduce((largest, value) => (value > largest ? value : largest), 0);

/** 0 if there are none. */
export const largestOf = (rows: readonly Float32Array[]): number =>
  Math.max(0, ...rows.map((row) => Math.max(...row)));

export const lastValues = (rows: readonly Float32Array[]): number[] =>
  rows.map((row) => row.at(-1) ?? Number.NaN);

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The outputs of many runs at one time step, ready for people. */
export const summaryFacts = ({ count, mean, deviation, low, high }: Summary): SummaryFacts => ({
  count,
  mean: amount(mean),
  deviation: amount(deviation),
  low: amount(low),
  high: amount(high),
});

/** A measured time, as people say it: in steps of 5 seconds, from a minute and a half on in minutes. */
export const roughly = (seconds: number): { count: number; unit: 'second' | 'minute' } =>
  seconds < 90
    ? { count: Math.max(5, 5 * Math.round(seconds / 5)), unit: 'second' }
    : { count: Math.round(seconds / 60), unit: 'minute' };
