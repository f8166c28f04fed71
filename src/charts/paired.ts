import type { PairedComparison } from '../demos/index.ts';
import { amount, valueName, type Story } from '../words/index.ts';
import { gap, headingAxis, rowScale, type Axes, type Axis } from './axes.ts';
import { dots, radiusFor, reach } from './dots.ts';
import { gridValues, limitsAround, type Limits } from './extent.ts';
import { forJson } from './for-json.ts';
import { frame, type ChartConfig } from './frame.ts';
import { withCaps, type Line } from './panel.ts';
import { fontSize, size, type Look, type Theme } from './theme.ts';

const mostTicks = 7;
/** Of the row of differences: where the interval stands, below the dots, and where the row ends. */
const intervalAt = -0.72;
const bottom = -0.95;

/** Three rows of dots: the errors of both values on one axis, and the differences of the pairs with their interval. */
export function pairedConfig(
  result: PairedComparison,
  story: Story,
  look: Look,
  scale = pairedScale(result),
): ChartConfig {
  const { words, theme } = look;
  const { before, after } = theme.sides;
  const {
    errors: [ofA, ofB],
    verdict,
  } = result;
  const [low, high] = verdict.interval;
  const differences = differencesOf(result);
  const { errors, apart } = scale;
  const radius = radiusFor([
    { values: ofA, limits: errors },
    { values: ofB, limits: errors },
    { values: differences, limits: apart },
  ]);
  const [a, b] = story.headings;
  const { difference, mean } = words.paired;
  const measured = { mean: amount(verdict.difference), low: amount(low), high: amount(high) };
  return frame(story, look, {
    lines: [
      upright('a', verdict.meanA, theme),
      dots(ofA, errors, radius, { xAxisID: 'errors', yAxisID: 'a', colour: before.heading }),
      upright('b', verdict.meanB, theme),
      dots(ofB, errors, radius, { xAxisID: 'errors', yAxisID: 'b', colour: after.heading }),
      ...interval(verdict, look),
      dots(differences, apart, radius, {
        xAxisID: 'differences',
        yAxisID: 'd',
        colour: theme.muted,
      }),
      noDifference(theme),
      ...['a', 'b'].flatMap((row) => grid(row, errors, theme)),
    ],
    // Chart.js stacks axes on the left from the bottom.
    axes: {
      ...rowAxes('d', [difference, mean(measured)], theme.text, bottom),
      wideGap: { ...gap, stackWeight: 1 },
      ...rowAxes('b', [b.text, b.measure], after.heading),
      gap: { ...gap, stackWeight: 0.5 },
      ...rowAxes('a', [a.text, a.measure], before.heading),
      errors: rowScale(errors, { b: -reach }, theme),
      differences: rowScale(apart, 'bottom', theme),
      better: betterAxis(result, look),
    },
    paddingRight: 16,
  });
}

const differencesOf = ({ errors: [ofA, ofB] }: PairedComparison): number[] =>
  ofA.map((error, pair) => error - (ofB[pair] ?? Number.NaN));

/** Of the errors and of their differences, for all that is drawn to that scale. */
export const pairedScale = (...results: readonly PairedComparison[]) => ({
  errors: limitsAround(
    results.flatMap(({ errors }) => errors.flat()),
    0.04,
    mostTicks,
  ),
  apart: limitsAround(
    results.flatMap((result) => [...differencesOf(result), 0, ...result.verdict.interval]),
    0.04,
    mostTicks,
  ),
});

/** The row's own axis, which is not seen, and above the row its heading. */
const rowAxes = (row: string, heading: readonly string[], colour: string, min = -reach): Axes => ({
  [row]: {
    axis: 'y',
    type: 'linear',
    display: false,
    position: 'left',
    stack: 'panels',
    stackWeight: reach - min,
    min,
    max: reach,
  },
  [`${row}Title`]: headingAxis(row, reach, heading, colour, size.width - 40),
});

/** Below the axis of the differences, at its ends: which value is better there. */
function betterAxis({ values, variant }: PairedComparison, { words, theme }: Look): Axis {
  const [a = '', b = ''] = values.map((value) =>
    words.paired.better(valueName(variant, value, words)),
  );
  return {
    axis: 'x',
    type: 'category',
    position: 'bottom',
    labels: [`‹ ${a}`, `${b} ›`],
    border: { display: false },
    grid: { display: false, drawTicks: false },
    ticks: {
      align: 'inner',
      autoSkip: false,
      maxRotation: 0,
      padding: 0,
      color: [theme.sides.before.heading, theme.sides.after.heading],
      font: { size: fontSize.axis, weight: 600 },
    },
  };
}

/** The mean of a row. */
const upright = (row: string, x: number, { text }: Theme): Line => ({
  xAxisID: 'errors',
  yAxisID: row,
  data: [-reach, reach].map((y) => ({ x: forJson(x), y })),
  pointRadius: 0,
  borderColor: text,
  borderWidth: 3,
});

/** The mean of the differences and its interval, lying. */
function interval({ interval: ends, difference }: PairedComparison['verdict'], look: Look): Line[] {
  const { theme } = look;
  const line: Line = {
    xAxisID: 'differences',
    yAxisID: 'd',
    data: ends.map((x) => ({ x: forJson(x), y: intervalAt })),
    pointStyle: 'line',
    pointRotation: 90,
    clip: false,
  };
  const mean: Line = {
    ...line,
    data: [{ x: forJson(difference), y: intervalAt }],
    pointStyle: 'circle',
    pointRadius: 6,
    pointBackgroundColor: theme.text,
    pointBorderColor: theme.background,
    pointBorderWidth: 1.5,
  };
  return [mean, ...withCaps(line, [7, 8.5], look)];
}

const noDifference = ({ muted }: Theme): Line => ({
  xAxisID: 'differences',
  yAxisID: 'd',
  data: [bottom, reach].map((y) => ({ x: 0, y })),
  pointRadius: 0,
  borderColor: muted,
  borderWidth: 1.5,
  borderDash: [5, 4],
});

/** In place of Chart.js' own grid, which crosses the whole chart. */
const grid = (row: string, limits: Limits, theme: Theme): Line[] =>
  gridValues(limits).map((x) => ({
    xAxisID: 'errors',
    yAxisID: row,
    data: [-reach, reach].map((y) => ({ x, y })),
    pointRadius: 0,
    borderColor: theme.grid,
    borderWidth: 1,
  }));
