import type { ChartConfiguration } from 'chart.js';
import type { DemoResult } from '../demos/index.ts';
import type { Story, Words } from '../words/index.ts';
import { gap, headingAxis, keyAxis, textAxis, timeAxis, valueAxis, type Axes } from './axes.ts';
import { lengthOf, limitsOf, widestStretch, type Limits } from './extent.ts';
import { lineKeys } from './keys.ts';
import { beam, panelLines, type Line, type Points } from './panel.ts';
import { estimateWidth, fittingSize, joinLines } from './text.ts';
import { colours, fontFamily, fontSize, sides, size } from './theme.ts';
import { placeOfValue } from './value-label.ts';

/** Pure JSON: no functions, no inline plugins. So a QuickChart host draws the same as the embedded renderer. */
export type ChartConfig = ChartConfiguration<'line', Points, number>;

/** Two panels, one above the other with the same limits: the cause at work, and the same held fixed. */
export function chartConfig(result: DemoResult, story: Story, words: Words['chart']): ChartConfig {
  const limits = limitsOf(result);
  const after = panel(result, 'after', story, words, limits);
  const before = panel(result, 'before', story, words, limits);
  const keys = lineKeys(result, limits);
  return {
    type: 'line',
    data: {
      labels: [...result.timeSteps],
      datasets: [...before.lines, ...after.lines],
    },
    options: {
      animation: false,
      responsive: false,
      events: [],
      // Or the numbers on the axes would follow the machine's locale.
      locale: 'en-US',
      color: colours.text,
      font: { family: fontFamily(words.han) },
      layout: { padding: { top: 6, right: keys ? 6 : 16, bottom: 2, left: 10 } },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, ...titles(story) },
      // Chart.js stacks axes on the left from the bottom.
      scales: {
        time: timeAxis(result.timeSteps, words),
        ...after.axes,
        gap,
        ...before.axes,
        ...(keys && { keys: keyAxis(keys) }),
      },
    },
  };
}

function titles(story: Story) {
  const width = size.width - 24;
  const joined = joinLines(story.title);
  const lines = estimateWidth(joined, fontSize.title) <= width ? [joined] : [story.title].flat();
  return {
    title: {
      display: true,
      align: 'start' as const,
      text: lines,
      color: colours.text,
      font: { size: fittingSize(lines, fontSize.title, width), weight: 700, lineHeight: 1.25 },
      padding: { top: 4, bottom: 2 },
    },
    subtitle: {
      display: true,
      align: 'start' as const,
      text: story.subtitle,
      color: colours.muted,
      font: { size: fittingSize([story.subtitle], fontSize.subtitle, width) },
      // Room for the heading of the upper panel.
      padding: { top: 0, bottom: 34 },
    },
  };
}

interface Panel {
  readonly lines: Line[];
  readonly axes: Axes;
}

function panel(
  result: DemoResult,
  side: 'before' | 'after',
  story: Story,
  words: Words['chart'],
  limits: Limits,
): Panel {
  const condition = result[side];
  const axis = `${side}Value`;
  const theme = sides[side];
  const heading = [story[side], story[`${side}Measure`]];
  const mark = valueMark(result, side, words, limits);
  return {
    lines: [...mark.lines, ...panelLines(condition, { axis, theme, measure: result.measure })],
    axes: {
      [axis]: valueAxis(limits, words),
      [`${side}Title`]: headingAxis(axis, limits, heading, theme.heading),
      ...mark.axes,
    },
  };
}

/** The I-beam and its value; nothing where there is no difference to mark. */
function valueMark(
  result: DemoResult,
  side: 'before' | 'after',
  words: Words['chart'],
  limits: Limits,
): Panel {
  const condition = result[side];
  const stretch = widestStretch(condition, result.measure);
  const x = stretch && result.timeSteps[stretch.at];
  if (!stretch || x === undefined) return { lines: [], axes: {} };
  const axis = `${side}Value`;
  const text = words.amount(lengthOf(stretch));
  const place = placeOfValue(text, stretch, condition, limits);
  return {
    lines: beam(stretch, x, axis),
    axes: { [`${side}Mark`]: textAxis(axis, text, place, result.timeSteps.length) },
  };
}
