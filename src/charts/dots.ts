import { ascending } from '../demos/index.ts';
import type { Limits } from './extent.ts';
import { forJson } from './for-json.ts';
import type { Line } from './panel.ts';

/** About how large the plot of a row of dots is, in CSS pixels, so that dots can be stacked. */
const plot = { width: 560, height: 52 };
/** The largest with which the highest stack fits into a row; where none does, dots of the last size overlap. */
const radii = [6, 5, 4.5, 4, 3.5, 3] as const;
const smallest = 3;

/** Dots lie between -reach and +reach of their axis. */
export const reach = 0.5;

/** Values as dots, stacked from the middle of the row where they would lie on each other. */
export function dots(
  values: readonly number[],
  limits: Limits,
  radius: number,
  look: { readonly xAxisID: string; readonly yAxisID: string; readonly colour: string },
): Line {
  const { colour, ...hung } = look;
  const data = stacks(values, limits, radius).flatMap(({ middle, count }) =>
    Array.from({ length: count }, (_, at) => ({
      x: forJson(middle),
      y: forJson(((at - (count - 1) / 2) * pitch(count, radius) * 2 * reach) / plot.height),
    })),
  );
  return {
    ...hung,
    data,
    showLine: false,
    clip: false,
    pointRadius: radius - 0.5,
    pointBackgroundColor: colour,
    pointBorderWidth: 0,
  };
}

/** From dot to dot of a stack, in CSS pixels. */
const pitch = (count: number, radius: number): number =>
  Math.min(2 * radius, (plot.height - 2 * radius) / Math.max(count - 1, 1));

/** One size for all rows. */
export const radiusFor = (
  rows: readonly { readonly values: readonly number[]; readonly limits: Limits }[],
): number =>
  radii.find((radius) =>
    rows.every(({ values, limits }) =>
      stacks(values, limits, radius).every(({ count }) => count * 2 * radius <= plot.height),
    ),
  ) ?? smallest;

/** How many values fall into each place that is as wide as a dot. */
function stacks(values: readonly number[], { min, max }: Limits, radius: number) {
  const width = ((max - min) * 2 * radius) / plot.width;
  const counts = new Map<number, number>();
  for (const value of ascending(values)) {
    const place = Math.floor((value - min) / width);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(([place, count]) => ({ middle: min + (place + 0.5) * width, count }));
}
