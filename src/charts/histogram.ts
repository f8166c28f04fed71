import { column, type Condition, type Comparison } from '../demos/index.ts';
import { gridValues, limitsAround, type Limits } from './extent.ts';
import { forJson } from './for-json.ts';
import type { Line } from './panel.ts';
import { estimateWidth } from './text.ts';
import { fontSize, type Look } from './theme.ts';

/** The same bins for the outputs of both sides. */
export interface Bins {
  readonly limits: Limits;
  /** One more than there are bins; all bins have the same width. */
  readonly edges: readonly number[];
  /** What is subtracted from every output: where they differ in late digits only, their mean; else 0. */
  readonly offset: number;
}

/** Rice's rule: 2 times the cube root of the number of values. */
const binsFor = (values: number): number => Math.ceil(2 * Math.cbrt(values));
/** If the range is below this share of the outputs' size, axis labels would differ only in late digits. */
const smallRange = 1e-3;
/** Share of the range left empty at both ends, and of a bin between two bars. */
const air = 0.1;
const barGap = 0.2;
const mostTicks = 3;
/** About how wide its plot is, in CSS pixels. */
const width = 110;

export function binsOf({ before, after, focus, measure }: Comparison): Bins {
  const outputs = [before, after]
    .flatMap((condition) => column(condition.outputs, focus.at))
    .filter(Number.isFinite);
  const [lowest, highest] =
    outputs.length > 0 ? [Math.min(...outputs), Math.max(...outputs)] : [0, 0];
  const range = highest - lowest;
  const isSmall = range > 0 && range < smallRange * Math.max(-lowest, highest);
  const offset = isSmall ? focus.before.mean : 0;
  const [low, high] = [lowest - offset, highest - offset];
  const targets = [before, after].map(({ target }) => (target[focus.at] ?? Number.NaN) - offset);
  const others = measure === 'error' ? targets.filter(Number.isFinite) : [];
  // Where all outputs are the same there is one bin around them.
  const half = low === high ? halfBin(low, others) : 0;
  const count = low === high ? 1 : binsFor(before.outputs.length);
  const step = (high - low + 2 * half) / count;
  const edges = Array.from({ length: count + 1 }, (_, edge) => low - half + edge * step);
  const empty = low === high && others.length === 0 ? 2 : air;
  return { edges, offset, limits: limitsThatFit([...edges, ...others], empty) };
}

/** With more than one number on the axis, if there is room for them. */
function limitsThatFit(values: readonly number[], empty: number): Limits {
  const limits = limitsAround(values, empty, mostTicks);
  if (gridValues(limits).length > 1) return limits;
  const finer = limitsAround(values, empty, mostTicks + 1);
  const needed = gridValues(finer).map((value) => estimateWidth(String(value), fontSize.tick) + 8);
  return needed.reduce((sum, each) => sum + each, 0) < width ? finer : limits;
}

const halfBin = (value: number, others: readonly number[]): number =>
  Math.max(0.01 * Math.abs(value), ...others.map((other) => 0.04 * Math.abs(other - value))) ||
  0.01;

/** How many outputs of a side fall into each bin; the last one includes its upper edge. */
export function countsIn(bins: Bins, condition: Condition, at: number): number[] {
  const counts = bins.edges.slice(1).map(() => 0);
  const count = (bin: number) => (counts[bin] = (counts[bin] ?? 0) + 1);
  const [low = 0, next = 1] = bins.edges;
  for (const output of column(condition.outputs, at)) {
    const bin = Math.floor((output - bins.offset - low) / (next - low));
    // Rounding may put the lowest output a little below its bin.
    if (Number.isFinite(output)) count(Math.min(Math.max(bin, 0), counts.length - 1));
  }
  return counts;
}

/** Bars, with the target as a dashed line behind them. */
export function histogramLines(
  bins: Bins,
  counts: readonly number[],
  target: number,
  {
    axis,
    side,
    look: { theme },
  }: { readonly axis: string; readonly side: 'before' | 'after'; readonly look: Look },
): Line[] {
  const x = target - bins.offset;
  const shared = { xAxisID: 'outputs', yAxisID: axis, pointRadius: 0 };
  const bars: Line = {
    ...shared,
    data: counts.flatMap((count, bin) => barOutline(bins, bin, count)),
    // Makes a single run among hundreds visible.
    borderColor: theme.sides[side].heading,
    borderWidth: 1,
    fill: 'origin',
    backgroundColor: theme.sides[side].heading,
  };
  const highest = Math.max(...counts);
  const mark: Line = {
    ...shared,
    data: [0, highest].map((y) => ({ x, y })),
    borderColor: theme.text,
    borderWidth: 1.5,
    borderDash: [5, 4],
  };
  const seen = x >= bins.limits.min && x <= bins.limits.max;
  return [...(seen ? [mark] : []), bars];
}

/** Up, along and down again; then the line breaks. */
function barOutline(bins: Bins, bin: number, count: number): { x: number; y: number | null }[] {
  const [left = 0, right = 0] = bins.edges.slice(bin);
  const inset = ((right - left) * barGap) / 2;
  const [from, to] = [forJson(left + inset), forJson(right - inset)];
  if (count === 0) return [];
  return [
    { x: from, y: 0 },
    { x: from, y: count },
    { x: to, y: count },
    { x: to, y: 0 },
    { x: to, y: null },
  ];
}
