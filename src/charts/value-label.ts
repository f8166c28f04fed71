import type { Condition } from '../demos/index.ts';
import { lengthOf, type Limits, type Stretch } from './extent.ts';
import { estimateWidth } from './text.ts';

/** Where the I-beam's value stands: its centre. */
export interface Place {
  /** Index of the time step; labels can stand at time steps only. */
  readonly at: number;
  readonly value: number;
}

/** About how large a panel's plot is, in CSS pixels: good enough to find free room. */
export interface Plot {
  readonly width: number;
  readonly height: number;
}

/** With two panels of equal height, one above the other. */
export const usualPlot: Plot = { width: 510, height: 125 };
const letterPixels = 15;
const gap = 5;

interface Candidate {
  readonly place: Place;
  readonly cost: number;
}

/** The place near the I-beam where the value covers as little as possible of the lines. */
export function placeOfValue(
  text: string,
  stretch: Stretch,
  condition: Condition,
  limits: Limits,
  plot: Plot = usualPlot,
): Place {
  const last = condition.target.length - 1;
  const perStep = plot.width / Math.max(last, 1);
  const perUnit = plot.height / (limits.max - limits.min);
  const half = { width: estimateWidth(text, letterPixels) / 2 + gap, height: letterPixels / 2 + 3 };
  const rows = [...condition.outputs, condition.target];
  const middle = (stretch.high + stretch.low) / 2;
  const cost = ({ at, value }: Place): number => {
    const [x, y] = [at * perStep, (value - limits.min) * perUnit];
    const cut = Math.max(0, half.height - y, y + half.height - plot.height);
    const outside = Math.max(0, half.width - x, x + half.width - plot.width - 4);
    const covered = rows.map((row) => coveredBy(row, at, value, half, perStep, perUnit));
    const away = [(at - stretch.at) * perStep, (value - middle) * perUnit] as const;
    return 50 * (cut + outside) + 4 * Math.max(...covered) + sum(covered) + Math.hypot(...away) / 2;
  };
  return candidates(stretch, half, perStep, perUnit)
    .filter(({ at }) => at >= 0 && at <= last)
    .map((place): Candidate => ({ place, cost: cost(place) }))
    .reduce((best, candidate) => (candidate.cost < best.cost ? candidate : best)).place;
}

/** Around the I-beam: beside it at any height, or above and below it. */
function candidates(
  stretch: Stretch,
  half: { width: number; height: number },
  perStep: number,
  perUnit: number,
): Place[] {
  const beside = Math.ceil((half.width + gap) / perStep);
  const reach = lengthOf(stretch) / 2 + (half.height + 28) / perUnit;
  const middle = (stretch.high + stretch.low) / 2;
  const heights = Array.from({ length: 13 }, (_, i) => middle + reach * (i / 6 - 1));
  const clear = lengthOf(stretch) / 2 + (half.height + 2) / perUnit;
  return Array.from({ length: 2 * beside + 5 }, (_, i) => i - beside - 2).flatMap((shift) =>
    heights
      .filter((value) => Math.abs(shift) >= beside || Math.abs(value - middle) >= clear)
      .map((value) => ({ at: stretch.at + shift, value })),
  );
}

/** How many points of a line (half-way points too) lie under the text. */
function coveredBy(
  row: Float32Array,
  at: number,
  value: number,
  half: { width: number; height: number },
  perStep: number,
  perUnit: number,
): number {
  const reach = Math.ceil(half.width / perStep);
  let covered = 0;
  for (
    let step = Math.max(0, at - reach);
    step < Math.min(row.length, at + reach + 1);
    step += 0.5
  ) {
    const [left, right] = [row[Math.floor(step)], row[Math.ceil(step)]];
    if (left === undefined || right === undefined) continue;
    if (Math.abs((left + right) / 2 - value) * perUnit < half.height) covered++;
  }
  return covered;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
