import type { ChartConfiguration } from 'chart.js';
import { joinLines, type Story } from '../words/index.ts';
import type { Axes } from './axes.ts';
import type { Line, Points } from './panel.ts';
import { estimateWidth, fittingSize } from './text.ts';
import { fontFamily, fontSize, size, type Look } from './theme.ts';

/** Pure JSON: no functions, no inline plugins. So a QuickChart host draws the same as the embedded renderer. */
export type ChartConfig = ChartConfiguration<'line', Points, number>;

/** What a chart draws: data, and the axes they hang on. */
export interface Panel {
  /** Front to back. */
  readonly lines: Line[];
  readonly axes: Axes;
}

interface Frame extends Panel {
  readonly labels?: readonly number[];
  readonly paddingRight: number;
  /** Between the subtitle and what is drawn; by default there is room for the heading of a panel. */
  readonly paddingTop?: number;
}

/** Title and subtitle of the story around what is drawn. */
export const frame = (story: Story, look: Look, drawn: Frame): ChartConfig => ({
  type: 'line',
  data: {
    ...(drawn.labels && { labels: [...drawn.labels] }),
    datasets: drawn.lines,
  },
  options: {
    animation: false,
    responsive: false,
    events: [],
    // Fixed, because the numbers on the axes must not depend on the machine's locale.
    locale: 'en-US',
    color: look.theme.text,
    // What is painted behind the chart: the renderers take it from here.
    backgroundColor: look.theme.background,
    font: { family: fontFamily(look.words.han) },
    layout: { padding: { top: 6, right: drawn.paddingRight, bottom: 2, left: 10 } },
    plugins: {
      legend: { display: false },
      tooltip: { enabled: false },
      ...titles(story, look, drawn.paddingTop),
    },
    scales: drawn.axes,
  },
});

function titles(story: Story, { theme }: Look, room = 34) {
  const width = size.width - 24;
  const joined = joinLines(story.title);
  const lines = estimateWidth(joined, fontSize.title) <= width ? [joined] : [story.title].flat();
  const small = [story.subtitle].flat();
  return {
    title: {
      display: true,
      align: 'start' as const,
      text: lines,
      color: theme.text,
      font: { size: fittingSize(lines, fontSize.title, width), weight: 700, lineHeight: 1.25 },
      padding: { top: 4, bottom: 2 },
    },
    subtitle: {
      display: true,
      align: 'start' as const,
      text: small,
      color: theme.muted,
      font: { size: fittingSize(small, fontSize.subtitle, width) },
      padding: { top: 0, bottom: room },
    },
  };
}
