import type { Ranking, Size } from '../demos/index.ts';
import { shortWithInterval, type Story } from '../words/index.ts';
import { amountAxis, type Axes } from './axes.ts';
import { limitsAround, type Limits } from './extent.ts';
import { forJson } from './for-json.ts';
import { frame, type ChartConfig } from './frame.ts';
import { withCaps, type Line } from './panel.ts';
import { rowBar, textColumn } from './rows.ts';
import type { Look } from './theme.ts';

const mostTicks = 6;
/** Chart.js gives an axis at the side no more, its padding included. */
const columnWidth = 134;
/** Share of a row that its bar takes. */
const barHeight = 0.56;

/** A bar from zero for each cause with its interval, largest on top; all of them together set apart below. */
export function rankingConfig(result: Ranking, story: Story, look: Look): ChartConfig {
  const colours = look.theme.ranking;
  const { rows, together } = result;
  const sizes = [...rows, together];
  const limits = {
    ...limitsAround([0, ...sizes.map(({ high }) => high)], 0.02, mostTicks),
    min: 0,
  };
  const bars = [
    ...rows.map((row, at) => bar(row, at, colours[row.nature])),
    bar(together, rows.length, colours.together),
  ];
  return frame(story, look, {
    lines: [
      ...sizes.flatMap((each, at) => interval(each, at, look)),
      separator(rows.length - 0.5, limits, look),
      ...bars,
    ],
    axes: axes(result, story, look, limits),
    paddingRight: 10,
    paddingTop: 6,
  });
}

const hung = { xAxisID: 'size', yAxisID: 'row' } as const;

const bar = ({ deviation }: Size, at: number, colour: string): Line => ({
  ...hung,
  ...rowBar(forJson(deviation), at - barHeight / 2, at + barHeight / 2),
  borderWidth: 0,
  backgroundColor: colour,
});

/** The interval over its bar, lying. */
function interval({ low, high }: Size, at: number, look: Look): Line[] {
  const line: Line = {
    ...hung,
    data: [low, high].map((x) => ({ x: forJson(x), y: at })),
    pointStyle: 'line',
    pointRotation: 90,
    clip: false,
  };
  return withCaps(line, [4.5, 6], look);
}

const separator = (y: number, limits: Limits, { theme }: Look): Line => ({
  ...hung,
  data: [limits.min, limits.max].map((x) => ({ x, y })),
  pointRadius: 0,
  borderColor: theme.muted,
  borderWidth: 1,
  borderDash: [2, 4],
});

function axes(result: Ranking, story: Story, look: Look, limits: Limits): Axes {
  const { words, theme } = look;
  const [alone, together] = story.headings;
  const { rows: names } = words.ranking;
  /** The first of its texts is its heading. */
  const column = (position: 'left' | 'right', labels: readonly string[]) =>
    textColumn(position, labels, {
      colours: labels.map((_, row) => (row === 0 ? theme.muted : theme.text)),
      width: columnWidth,
    });
  const amounts = amountAxis(limits, words.ranking.axis, theme);
  return {
    size: {
      ...amounts,
      axis: 'x',
      position: 'bottom',
      ticks: { ...amounts.ticks, maxRotation: 0, padding: 4 },
    },
    // One row more, for the headings of the columns.
    row: {
      axis: 'y',
      type: 'linear',
      display: false,
      position: 'left',
      reverse: true,
      min: -1.5,
      max: result.rows.length + 0.5,
    },
    names: column('left', [alone.text, ...result.rows.map(({ id }) => names[id]), together.text]),
    values: column('right', [
      alone.measure,
      ...result.rows.map(shortWithInterval),
      together.measure,
    ]),
  };
}
