import type { ChartDataset } from 'chart.js';
import type { Condition, Comparison } from '../demos/index.ts';
import { bandOf, gridValues, groupRows, type Band, type Limits, type Stretch } from './extent.ts';
import type { Look, SideTheme } from './theme.ts';

/** `y: null` breaks a line. */
export type Points = (number | null)[] | { x: number; y: number | null }[];
export type Line = ChartDataset<'line', Points>;

/** What Chart.js draws in one panel, front to back. */
export function panelLines(
  condition: Condition,
  options: {
    readonly axis: string;
    readonly side: 'before' | 'after';
    readonly look: Look;
    readonly measure: Comparison['measure'];
    /** Then one run is drawn stronger than the others: any of them could have been the reader's. */
    readonly isSample?: boolean;
    readonly hasTarget?: boolean;
  },
): Line[] {
  const { axis, look, isSample = false, hasTarget = true } = options;
  const theme = look.theme.sides[options.side];
  const singlesOut = isSample && !condition.identical;
  const lines = condition.outputs.map((row, index): Line => {
    if (singlesOut && index === 0)
      return { ...plain(axis, row), borderColor: theme.heading, borderWidth: 2.5 };
    // Lines that are one line are drawn as such.
    const [colour, borderWidth] = condition.identical ? [theme.heading, 2] : [theme.faint, 1.2];
    return { ...plain(axis, row), borderColor: colour, borderWidth };
  });
  const bands = bandsOf(condition, options.measure).flatMap(fill(axis, theme));
  return [...(hasTarget ? [targetLine(condition, axis, look)] : []), ...lines, ...bands];
}

export const targetLine = ({ target }: Condition, axis: string, { theme }: Look): Line => ({
  ...plain(axis, target),
  borderColor: theme.text,
  borderWidth: 1.5,
  borderDash: [5, 4],
});

/** In place of Chart.js' own grid, which crosses the whole chart. */
export const gridLines = (
  limits: Limits,
  timeSteps: readonly number[],
  axis: string,
  { theme }: Look,
): Line[] =>
  gridValues(limits).map((y) => ({
    xAxisID: 'time',
    yAxisID: axis,
    data: [timeSteps.at(0) ?? 0, timeSteps.at(-1) ?? 0].map((x) => ({ x, y })),
    pointRadius: 0,
    borderColor: theme.grid,
    borderWidth: 1,
  }));

/** What the eye should compare: all rows of a group, or with `error` the outputs and the target. */
function bandsOf(condition: Condition, measure: Comparison['measure']): Band[] {
  const { identical, outputs, target } = condition;
  if (measure === 'error') return [bandOf([...outputs, target], target.length)];
  if (identical) return [];
  return groupRows(condition).map((rows) => bandOf(rows, target.length));
}

const fill =
  (axis: string, theme: SideTheme) =>
  ({ low, high }: Band): Line[] => [
    { ...plain(axis, high), borderWidth: 0, fill: '+1', backgroundColor: theme.band },
    { ...plain(axis, low), borderWidth: 0 },
  ];

/** The I-beam, upright. */
export function beam(stretch: Stretch, x: number, axis: string, look: Look): Line[] {
  const line: Line = {
    xAxisID: 'time',
    yAxisID: axis,
    data: [
      { x, y: stretch.low },
      { x, y: stretch.high },
    ],
    pointStyle: 'line',
    clip: false,
  };
  return withCaps(line, [5, 6.5], look);
}

/** The line with its two points drawn as caps; a darker, thicker one behind sets it off. `radii` of the caps, front first. */
export function withCaps(line: Line, radii: readonly [number, number], { theme }: Look): Line[] {
  const stroke = (colour: string, borderWidth: number, radius: number): Line => ({
    ...line,
    borderColor: colour,
    borderWidth,
    pointBorderColor: colour,
    pointBorderWidth: borderWidth,
    pointRadius: radius,
  });
  return [stroke(theme.text, 2, radii[0]), stroke(theme.background, 5, radii[1])];
}

export const plain = (axis: string, values: Iterable<number>): Line => ({
  xAxisID: 'time',
  yAxisID: axis,
  data: Array.from(values, forJson),
  pointRadius: 0,
  borderJoinStyle: 'round',
});

/** Five digits are finer than a pixel and keep the config small; JSON has no NaN, Chart.js leaves a gap for null. */
const forJson = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
