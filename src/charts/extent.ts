import type { Condition, Comparison } from '../demos/index.ts';

/** A vertical stretch at one time step (index). */
export interface Stretch {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Lowest and highest value at every time step. */
export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export function groupRows(condition: Condition): Float32Array[][] {
  const groups = new Map<number, Float32Array[]>();
  condition.outputs.forEach((row, index) => {
    const group = condition.groups[index] ?? 0;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  });
  return [...groups.values()];
}

export function bandOf(rows: readonly Float32Array[], timeSteps: number): Band {
  const columns = Array.from({ length: timeSteps }, (_, at) =>
    rows.map((row) => row[at] ?? Number.NaN).filter(Number.isFinite),
  );
  return {
    low: columns.map((values) => (values.length > 0 ? Math.min(...values) : Number.NaN)),
    high: columns.map((values) => (values.length > 0 ? Math.max(...values) : Number.NaN)),
  };
}

/** The stretch that proves the cause: the widest spread, or with `error` the largest gap to the target. */
export function widestStretch(
  condition: Condition,
  measure: Comparison['measure'],
): Stretch | undefined {
  const bands =
    measure === 'error'
      ? condition.outputs.map((row) => bandOf([row, condition.target], condition.target.length))
      : groupRows(condition).map((rows) => bandOf(rows, condition.target.length));
  let widest: Stretch | undefined;
  for (const { low, high } of bands)
    low.forEach((bottom, at) => {
      const stretch = { at, low: bottom, high: high[at] ?? Number.NaN };
      if (lengthOf(stretch) > (widest ? lengthOf(widest) : 0)) widest = stretch;
    });
  return widest;
}

export const lengthOf = (stretch: Stretch): number => stretch.high - stretch.low;

export interface Limits {
  readonly min: number;
  readonly max: number;
  /** Between grid lines: 1, 2 or 5 times a power of ten. */
  readonly step: number;
}

const mostGridLines = 4;
/** Share of the range left empty above and below. */
const air = 0.07;

/** One pair of limits for both panels, with some air above and below everything drawn. */
export function limitsOf(...results: readonly Comparison[]): Limits {
  const { low, high } = bandOf(
    results
      .flatMap(({ before, after }) => [before, after])
      .flatMap(({ outputs, target }) => [...outputs, target]),
    results[0]?.timeSteps.length ?? 0,
  );
  return limitsAround([...low, ...high], air, mostGridLines);
}

/** Limits with some air around all values that are finite, and a step that gives at most so many grid lines. */
export function limitsAround(values: readonly number[], empty: number, mostLines: number): Limits {
  const finite = values.filter(Number.isFinite);
  const bottom = finite.length > 0 ? Math.min(...finite) : 0;
  const top = finite.length > 0 ? Math.max(...finite) : 0;
  const range = top - bottom || Math.abs(top) || 1;
  // Chart.js takes multiples of the step only where these are large.
  const grain = 10 ** Math.floor(Math.log10(range / (range > 100 ? 2 : 50)));
  const min = tidy(Math.floor((bottom - empty * range) / grain) * grain);
  const max = tidy(Math.ceil((top + empty * range) / grain) * grain);
  const step = niceStep(min, max, mostLines);
  // Where whole steps lie between the two, Chart.js counts them from the lower one, whatever that is.
  const isCounted = isWhole((max - min) / step) && !isWhole(min / step);
  return { min, max: isCounted ? tidy(max + grain) : max, step };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-3;

/** The finest that gives few enough grid lines. */
export function niceStep(min: number, max: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10((max - min) / 10));
  const steps = [1, 2, 5, 10, 20, 50].map((digit) => tidy(digit * power));
  const lines = (step: number) => Math.floor(max / step) - Math.ceil(min / step) + 1;
  return steps.find((step) => lines(step) <= most) ?? max - min;
}

/** Without the tail that binary fractions leave (0.30000000000000004). */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** The multiples of the step within the limits. */
export function gridValues({ min, max, step }: Limits): number[] {
  const first = Math.ceil(min / step);
  const count = Math.floor(max / step) - first + 1;
  return Array.from({ length: count }, (_, line) => tidy((first + line) * step));
}
