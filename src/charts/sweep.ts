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
  const { curves, again, settings, usual } = sweep;
  const [above, below] = story.headings;
  const { before, after } = look.theme.sides;
  const usualPlace = usual === undefined ? -1 : placeOf(usual, settings);
  const marks = usualPlace >= 0 ? [usualLine(usualPlace, limits, look)] : [];
  return frame(story, look, {
    lines: [
      ...curves.map((values, seed) => curve(values, 'beforeValue', seed === 0, look)),
      ...marks,
      {
        ...points(again, 'afterValue', again.length),
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
  ...limitsAround([0, ...sweeps.flatMap(({ curves }) => curves.flat())], 0.06, mostGridLines),
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

const onSettings = (axis: string) => ({ xAxisID: 'setting', yAxisID: axis });

/** Where there are many settings, their points would touch. */
const mostPoints = 40;

const points = (values: readonly number[], axis: string, settings: number): Line => ({
  ...onSettings(axis),
  data: values.map((value) => (Number.isFinite(value) ? forJson(value) : null)),
  pointRadius: settings <= mostPoints ? 4 : 0,
  pointBorderWidth: 0,
  borderJoinStyle: 'round',
  clip: false,
});

function curve(values: readonly number[], axis: string, isOwn: boolean, { theme }: Look): Line {
  const { heading, faint } = theme.sides.before;
  const colour = isOwn ? heading : faint;
  return {
    ...points(values, axis, values.length),
    borderColor: colour,
    pointBackgroundColor: colour,
    borderWidth: isOwn ? 3 : 1.5,
    ...(!isOwn && { pointRadius: values.length <= mostPoints ? 3 : 0 }),
  };
}

/** Where a setting lies among the others, a fraction if between two of them; -1 if it is none of them. */
function placeOf(setting: string, settings: readonly string[]): number {
  const exact = settings.indexOf(setting);
  const next = settings.findIndex((each) => Number(each) > Number(setting));
  if (exact >= 0 || next < 1) return exact;
  const [low, high] = [Number(settings[next - 1]), Number(settings[next])];
  return next - 1 + (Number(setting) - low) / (high - low);
}

/** Upright, from the bottom to the top of the upper panel. */
const usualLine = (place: number, limits: Limits, { theme }: Look): Line => ({
  ...onSettings('beforeValue'),
  data: [limits.min, limits.max].map((y) => ({ x: place, y })),
  parsing: false as const,
  pointRadius: 0,
  borderColor: theme.text,
  borderWidth: 1.5,
  borderDash: [3, 4],
});

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
    padding: 4,
    font: { size: fontSize.tick },
  },
  title: axisTitle(title, theme),
});
