import { ascending, column, hasManyRuns, type Growth, type TaskGrowth } from '../demos/index.ts';
import type { Story } from '../words/index.ts';
import { axisTitle, gap, headingAxis, type Axes, type Axis } from './axes.ts';
import { decadesOf, markOf, type Decades } from './decades.ts';
import { frame, type ChartConfig } from './frame.ts';
import type { Line } from './panel.ts';
import { bandLines } from './quantile-bands.ts';
import { fontSize, type Look } from './theme.ts';

/** Width of the gap between the panels, in epochs. */
const gapWidth = 6;
const tickStep = 20;

/** Two panels side by side over the same logarithmic scale: how far the two of each pair are apart after every epoch. */
export function growthConfig(result: Growth, story: Story, look: Look): ChartConfig {
  const { words, theme } = look;
  const decades = decadesOf([result.forecast, result.sign].flatMap(({ moved }) => moved));
  const { epochs } = result;
  return frame(story, look, {
    lines: [
      ...panelLines(result.forecast, result, 'forecastEpoch', decades, look),
      ...panelLines(result.sign, result, 'signEpoch', decades, look),
    ],
    axes: {
      forecastEpoch: epochAxis(epochs, look),
      columnGap: { ...gap, axis: 'x', position: 'bottom', stack: 'columns', stackWeight: gapWidth },
      signEpoch: epochAxis(epochs, look),
      difference: {
        axis: 'y',
        type: 'linear',
        display: false,
        position: 'left',
        min: decades.floor - 0.5,
        max: decades.highest + 0.5,
      },
      marks: markAxis(decades, look),
      heading: headingAxis(
        'difference',
        decades.highest + 0.5,
        story.headings.map(words.growth.heading),
        theme.sides.before.heading,
      ),
      ...(isZero(result) && { zero: zeroLabel(decades, look) }),
    },
    paddingRight: 16,
  });
}

/** Whether the same weights twice gave no difference at all. */
const isZero = ({ forecast, sign }: Growth): boolean =>
  [...forecast.same, ...sign.same].every((row) => row.every((value) => value === 0));

/** On the floor of both panels. */
const zeroLabel = (decades: Decades, { words, theme }: Look): Axis => ({
  axis: 'x',
  type: 'category',
  position: { difference: decades.floor },
  labels: [words.growth.zero, words.growth.zero],
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    align: 'inner',
    autoSkip: false,
    maxRotation: 0,
    padding: -1.2 * fontSize.key - 4,
    color: theme.sides.after.heading,
    font: { size: fontSize.key },
  },
});

function panelLines(
  { moved, same }: TaskGrowth,
  result: Growth,
  xAxisID: string,
  decades: Decades,
  look: Look,
): Line[] {
  const { epochs } = result;
  const line = (values: readonly number[]): Line => ({
    xAxisID,
    yAxisID: 'difference',
    data: epochs.map((x, at) => ({ x, y: decades.place(values[at] ?? 0) })),
    pointRadius: 0,
    borderJoinStyle: 'round',
  });
  // One line stands for all where all lie on the floor.
  const control = (isZero(result) ? same.slice(0, 1) : same).map((row): Line => ({
    ...line([...row]),
    borderColor: look.theme.sides.after.heading,
    borderWidth: 2.5,
  }));
  return [
    ...control,
    ...movedLines(moved, result, line, look),
    ...grid(epochs, xAxisID, decades, look),
  ];
}

function movedLines(
  moved: readonly Float32Array[],
  result: Growth,
  line: (values: readonly number[]) => Line,
  look: Look,
): Line[] {
  const theme = look.theme.sides.before;
  if (!hasManyRuns(result))
    return moved.map((row) => ({ ...line([...row]), borderColor: theme.line, borderWidth: 1.5 }));
  const sorted = result.epochs.map((_, at) => ascending(column(moved, at)));
  return bandLines(sorted, line, theme);
}

const grid = (
  epochs: readonly number[],
  xAxisID: string,
  decades: Decades,
  { theme }: Look,
): Line[] =>
  decades.marks.map((y) => ({
    xAxisID,
    yAxisID: 'difference',
    data: [epochs.at(0) ?? 0, epochs.at(-1) ?? 1].map((x) => ({ x, y })),
    pointRadius: 0,
    borderColor: theme.grid,
    borderWidth: 1,
  }));

const epochAxis = (epochs: readonly number[], { words, theme }: Look): Axis => ({
  axis: 'x',
  type: 'linear',
  position: 'bottom',
  stack: 'columns',
  stackWeight: (epochs.at(-1) ?? 1) - (epochs.at(0) ?? 0),
  min: epochs.at(0) ?? 0,
  max: epochs.at(-1) ?? 1,
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    color: theme.muted,
    includeBounds: false,
    // Chart.js believes that an axis beside another one is too short for its labels.
    autoSkip: false,
    stepSize: tickStep,
    maxRotation: 0,
    padding: 4,
    font: { size: fontSize.tick },
  },
  title: axisTitle(words.growth.epoch, theme),
});

/** The powers of ten, and below them zero, which has no place on a logarithmic scale. */
const markAxis = (decades: Decades, { words, theme }: Look): Axes[string] => ({
  axis: 'y',
  type: 'category',
  position: 'left',
  offset: true,
  labels: [...decades.marks.map(markOf), '0'],
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    autoSkip: false,
    color: [...decades.marks.map(() => theme.muted), theme.sides.after.heading],
    padding: 8,
    font: { size: fontSize.tick },
  },
  title: axisTitle(words.growth.difference, theme),
});
