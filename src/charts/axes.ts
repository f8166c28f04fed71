import type { ChartConfiguration } from 'chart.js';
import { niceStep, type Limits } from './extent.ts';
import type { Keys } from './keys.ts';
import { fittingSize } from './text.ts';
import { fontSize, gapShare, size, type Look, type Theme } from './theme.ts';
import type { Place } from './value-label.ts';

export type Axes = NonNullable<NonNullable<ChartConfiguration<'line'>['options']>['scales']>;
export type Axis = NonNullable<Axes[string]>;

/**
 * Chart.js draws text only in titles and on axes, and the config must be pure JSON. So a panel's heading and the value
 * at the I-beam are tick labels of axes that show nothing else.
 */
const bare = { border: { display: false }, grid: { display: false, drawTicks: false } } as const;
const lineHeight = 1.2;
const above = (fontPixels: number) => -lineHeight * fontPixels - 6;
const centred = (fontPixels: number) => (-lineHeight * fontPixels) / 2;

/** With `mostTicks`, the ticks are set here and not by Chart.js. */
export const timeAxis = (
  timeSteps: readonly number[],
  { words, theme }: Look,
  mostTicks?: number,
): Axis => ({
  axis: 'x',
  type: 'linear',
  position: 'bottom',
  min: timeSteps.at(0) ?? 0,
  max: timeSteps.at(-1) ?? 1,
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    color: theme.muted,
    includeBounds: false,
    ...(mostTicks !== undefined && {
      autoSkip: false,
      stepSize: niceStep(timeSteps.at(0) ?? 0, timeSteps.at(-1) ?? 1, mostTicks),
    }),
    maxRotation: 0,
    padding: 4,
    font: { size: fontSize.tick },
  },
  title: axisTitle(words.timeStep, theme),
});

/** Numbers with a line of the grid at each; where it stands is for whoever uses it to say. */
export const amountAxis = (limits: Limits, title: string, theme: Theme) =>
  ({
    type: 'linear',
    min: limits.min,
    max: limits.max,
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    ticks: {
      color: theme.muted,
      includeBounds: false,
      stepSize: limits.step,
      ...numberFormat(limits),
      padding: 8,
      font: { size: fontSize.tick },
    },
    title: axisTitle(title, theme),
  }) as const satisfies Axis;

/** `weight`: the panel's height as a share of the usual one. */
export const valueAxis = (
  limits: Limits,
  { words, theme }: Look,
  { title = words.output, weight = 1 } = {},
): Axis => ({
  ...amountAxis(limits, title, theme),
  axis: 'y',
  position: 'left',
  stack: 'panels',
  stackWeight: weight,
});

/**
 * Powers of ten from the bottom, and below them a place for 0: Chart.js' own log axis has none, and can't be told in
 * JSON which ticks to name. So the values are drawn as places among the labels.
 */
export const distanceAxis = (labels: readonly string[], { words, theme }: Look): Axis => ({
  axis: 'y',
  type: 'category',
  position: 'left',
  stack: 'panels',
  stackWeight: 1,
  reverse: true,
  labels: [...labels],
  border: { display: false },
  grid: { color: theme.grid, drawTicks: false },
  ticks: { autoSkip: false, color: theme.muted, padding: 8, font: { size: fontSize.tick } },
  title: axisTitle(words.distance, theme),
});

/** Powers of ten where the numbers at the axis would else get too long. */
function numberFormat({ min, max }: Limits) {
  const largest = Math.max(Math.abs(min), Math.abs(max));
  return largest >= 0.005 && largest < 100_000
    ? {}
    : { format: { notation: 'scientific' as const, minimumFractionDigits: 0 } };
}

export const axisTitle = (text: string, { muted }: Theme) => ({
  display: true,
  text,
  color: muted,
  font: { size: fontSize.axis },
  padding: 2,
});

/** Numbers along a row, without lines of a grid. */
export const rowScale = (limits: Limits, position: Axis['position'], { muted }: Theme): Axis => ({
  axis: 'x',
  type: 'linear',
  position,
  min: limits.min,
  max: limits.max,
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    color: muted,
    includeBounds: false,
    // Chart.js believes that an axis beside another one is too short for its labels.
    autoSkip: false,
    stepSize: limits.step,
    ...numberFormat(limits),
    maxRotation: 0,
    padding: 4,
    font: { size: fontSize.tick },
  },
});

/** What a histogram counts. */
export const outputsAxis = (limits: Limits, title: string, { theme }: Look): Axis => ({
  ...rowScale(limits, 'bottom', theme),
  title: axisTitle(title, theme),
});

/** How many of the runs: 0 and the highest bar are named. */
export const countAxis = (highest: number, { words, theme }: Look): Axis => ({
  axis: 'y',
  type: 'linear',
  position: 'right',
  stack: 'counts',
  stackWeight: 1,
  min: 0,
  max: highest,
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    color: theme.muted,
    includeBounds: false,
    stepSize: highest,
    padding: 6,
    font: { size: fontSize.tick },
  },
  title: axisTitle(words.runs, theme),
});

/** Empty room between the panels. Hidden, or Chart.js would leave the other axes less room for their labels. */
export const gap: Axis = {
  display: false,
  axis: 'y',
  type: 'linear',
  position: 'left',
  stack: 'panels',
  stackWeight: gapShare,
};

/** Above a panel, whose axis ends at `top`: the heading at the left end, the measure at the right end. */
export function headingAxis(
  panel: string,
  top: number,
  texts: readonly string[],
  colour: string,
  width: number = size.width - 95,
): Axis {
  const fontPixels = fittingSize([texts.join(' — ')], fontSize.heading, width);
  return {
    ...bare,
    axis: 'x',
    type: 'category',
    position: { [panel]: top },
    labels: [...texts],
    ticks: {
      align: 'inner',
      autoSkip: false,
      maxRotation: 0,
      padding: above(fontPixels),
      color: colour,
      font: { size: fontPixels, weight: 600 },
    },
  };
}

/** One text at one place of a panel. */
export const textAxis = (
  panel: string,
  text: string,
  place: Place,
  timeSteps: number,
  { theme }: Look,
): Axis => ({
  ...bare,
  axis: 'x',
  type: 'category',
  position: { [panel]: place.value },
  labels: Array.from({ length: timeSteps }, (_, at) => (at === place.at ? text : '')),
  ticks: {
    autoSkip: false,
    maxRotation: 0,
    padding: centred(fontSize.heading - 1),
    color: theme.text,
    textStrokeColor: theme.background,
    textStrokeWidth: 4,
    font: { size: fontSize.heading - 1, weight: 600 },
  },
});

/** Labels along the right edge. */
export const keyAxis = (keys: Keys, padding = 2): Axis => ({
  ...bare,
  axis: 'y',
  type: 'category',
  position: 'right',
  offset: true,
  labels: [...keys.labels],
  ticks: {
    autoSkip: false,
    color: [...keys.colours],
    padding,
    font: { size: fontSize.key, weight: 600 },
  },
});
