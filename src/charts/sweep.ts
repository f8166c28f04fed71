import type { SweepFigures } from '../demos/index.ts';
import type { Story } from '../words/index.ts';
import { axisTitle, gap, headingAxis, valueAxis, type Axis } from './axes.ts';
import { limitsAround, type Limits } from './extent.ts';
import { forJson } from './for-json.ts';
import { frame, type ChartConfig } from './frame.ts';
import type { Line } from './panel.ts';
import { fontSize, type Look } from './theme.ts';

const mostGridLines = 4;
const controlWeight = 0.4;

/**
 * Above: what each setting gives, the demo's own seed drawn strong and other seeds faint. Below: how far the same setting
 * is from itself when it is repeated, on the same scale.
 */
export function sweepConfig(
  sweep: SweepFigures,
  story: Story,
  look: Look,
  limits = sweepLimits(sweep),
): ChartConfig {
  const { curves, again, usual, usualValue } = sweep;
  const settings = usual === undefined ? sweep.settings : withUsual(usual, sweep.settings);
  const places = sweep.settings.map((setting) => settings.indexOf(setting));
  const [above, below] = story.headings;
  const { before, after } = look.theme.sides;
  const marks =
    usual === undefined ? [] : usualMarks(settings.indexOf(usual), usualValue, limits, look);
  return frame(story, look, {
    lines: [
      ...curves.map((values, seed) => curve(values, places, seed === 0, look)),
      ...marks,
      {
        ...points(again, places, 'afterValue'),
        borderColor: after.heading,
        borderWidth: 2,
        pointBackgroundColor: after.heading,
      },
    ],
    axes: {
      setting: settingAxis(settings, story.axis ?? '', look),
      afterValue: valueAxis(differenceLimits(limits, again), look, {
        title: look.words.difference,
        weight: controlWeight,
      }),
      afterTitle: headingAxis(
        'afterValue',
        differenceLimits(limits, again).max,
        [below.text, below.measure],
        after.heading,
      ),
      gap,
      beforeValue: valueAxis(limits, look, { title: look.words.sweepOf[sweep.of] }),
      beforeTitle: headingAxis(
        'beforeValue',
        limits.max,
        [above.text, above.measure],
        before.heading,
      ),
    },
    paddingRight: 16,
  });
}

/** Of the upper panel, for all that is drawn to that scale. */
export const sweepLimits = (...sweeps: readonly SweepFigures[]): Limits => ({
  ...limitsAround(
    [0, ...sweeps.flatMap(({ curves, usualValue = 0 }) => [usualValue, ...curves.flat()])],
    0.06,
    mostGridLines,
  ),
  min: 0,
});

/** Around 0, one unit of which is as long as one of the panel above. */
function differenceLimits({ max, step }: Limits, again: readonly number[]): Limits {
  const half = Math.max(
    controlWeight * (max / 2),
    1.2 * Math.max(...again.filter(Number.isFinite)),
  );
  const round = Number(half.toPrecision(2));
  return { min: -round, max: round, step: Math.max(step, round) };
}

/** Places along the axis are given as they are: Chart.js must not look them up among its labels. */
const onSettings = (axis: string) => ({
  xAxisID: 'setting',
  yAxisID: axis,
  parsing: false as const,
});

/** Where there are many settings, their points would touch. */
const mostPoints = 40;

/** One value for each of the places, which are those of the settings along the axis. */
const points = (values: readonly number[], places: readonly number[], axis: string): Line => ({
  ...onSettings(axis),
  data: values.map((y, at) => ({
    x: places[at] ?? at,
    y: Number.isFinite(y) ? forJson(y) : null,
  })),
  pointRadius: values.length <= mostPoints ? 4 : 0,
  pointBorderWidth: 0,
  borderJoinStyle: 'round',
  clip: false,
});

function curve(
  values: readonly number[],
  places: readonly number[],
  isOwn: boolean,
  { theme }: Look,
): Line {
  const { heading, faint } = theme.sides.before;
  const colour = isOwn ? heading : faint;
  return {
    ...points(values, places, 'beforeValue'),
    borderColor: colour,
    pointBackgroundColor: colour,
    borderWidth: isOwn ? 3 : 1.5,
    ...(!isOwn && { pointRadius: values.length <= mostPoints ? 3 : 0 }),
  };
}

/** The settings in their order, and among them the usual one, even if it was not run. */
const withUsual = (usual: string, settings: readonly string[]): string[] =>
  settings.includes(usual)
    ? [...settings]
    : [...settings, usual].toSorted((a, b) => Number(a) - Number(b));

/** Upright, from the bottom to the top of the upper panel; on it what the usual setting gives, if it is known. */
function usualMarks(
  place: number,
  value: number | undefined,
  limits: Limits,
  { theme }: Look,
): Line[] {
  const line: Line = {
    ...onSettings('beforeValue'),
    data: [limits.min, limits.max].map((y) => ({ x: place, y })),
    pointRadius: 0,
    borderColor: theme.text,
    borderWidth: 1.5,
    borderDash: [3, 4],
  };
  if (value === undefined) return [line];
  const point: Line = {
    ...points([value], [place], 'beforeValue'),
    pointRadius: 6,
    pointBackgroundColor: theme.sides.after.heading,
  };
  return [point, line];
}

const settingAxis = (settings: readonly string[], title: string, { theme }: Look): Axis => ({
  axis: 'x',
  type: 'category',
  position: 'bottom',
  labels: [...settings],
  offset: settings.length < 12,
  border: { display: false },
  grid: { display: false, drawTicks: false },
  ticks: {
    color: theme.muted,
    maxRotation: 0,
    autoSkipPadding: 10,
    padding: 4,
    font: { size: fontSize.tick },
  },
  title: axisTitle(title, theme),
});
