import type { Axis } from './axes.ts';
import type { Line } from './panel.ts';
import { fittingSize } from './text.ts';
import { fontSize } from './theme.ts';

/** A lying bar from zero, as an outline that is filled. Up is a smaller `y`: the rows are counted from the top. */
export const rowBar = (length: number, top: number, bottom: number) =>
  ({
    data: [
      { x: 0, y: top },
      { x: length, y: top },
      { x: length, y: bottom },
      { x: 0, y: bottom },
    ],
    pointRadius: 0,
    fill: 'shape',
  }) as const satisfies Partial<Line>;

/** A text beside each row, as large as `width` lets it be, in CSS pixels. */
export const textColumn = (
  position: 'left' | 'right',
  labels: readonly string[],
  { colours, width }: { readonly colours: string[]; readonly width: number },
): Axis => ({
  axis: 'y',
  type: 'category',
  position,
  offset: true,
  labels: [...labels],
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    autoSkip: false,
    color: colours,
    padding: 8,
    font: { size: fittingSize(labels, fontSize.tick, width) },
  },
});
