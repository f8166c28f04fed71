import {
  distancesOf,
  type Comparison,
  type Condition,
  type Distances,
  type Rounding,
} from '../demos/index.ts';
import { amount, type Story } from '../words/index.ts';
import { distanceAxis, gap, headingAxis, keyAxis, textAxis, timeAxis } from './axes.ts';
import {
  everythingDrawn,
  floatStep,
  labelsOf,
  logScaleOf,
  placeIn,
  type LogScale,
} from './distances.ts';
import { frame, type ChartConfig, type Panel } from './frame.ts';
import { rowColours, listKeys } from './keys.ts';
import type { Line } from './panel.ts';
import type { Look } from './theme.ts';
import type { Place } from './value-label.ts';

type Side = 'before' | 'after';

interface Drawing {
  readonly result: Comparison;
  readonly rounding: Rounding;
  readonly story: Story;
  readonly look: Look;
  readonly scale: LogScale;
}

/**
 * Two panels with differences in the last bits, on a log axis that has a place for 0: a dot for each output, dashed the
 * distance between neighbouring float32 numbers.
 */
export function roundingConfig(
  result: Comparison,
  rounding: Rounding,
  story: Story,
  look: Look,
): ChartConfig {
  const scale = logScaleOf(everythingDrawn(result, rounding));
  const drawing = { result, rounding, story, look, scale };
  const after = panel(drawing, 'after');
  const before = panel(drawing, 'before');
  const shown = distancesOf(result.before, rounding, 'before');
  const keys = coincide(shown)
    ? undefined
    : listKeys(onlyRows(result.before, shown), look.theme.sides.before);
  return frame(story, look, {
    lines: [...before.lines, ...after.lines],
    axes: {
      time: timeAxis(result.timeSteps, look),
      ...after.axes,
      gap,
      ...before.axes,
      ...(keys && { keys: keyAxis(keys, dotRadius + 4) }),
    },
    paddingRight: keys ? 6 : 16,
  });
}

function panel(drawing: Drawing, side: Side): Panel {
  const { result, rounding, story, look, scale } = drawing;
  const axis = `${side}Value`;
  const labels = labelsOf(scale);
  const shown = distancesOf(result[side], rounding, side);
  const { text, measure } = story.headings[side === 'before' ? 0 : 1];
  const mark = largestMark(drawing, side, shown);
  const heading = headingAxis(
    axis,
    labels.length - 1,
    [text, measure],
    look.theme.sides[side].heading,
  );
  return {
    lines: [...mark.lines, ...dots(drawing, side, shown), stepLine(drawing, axis)],
    axes: { [axis]: distanceAxis(labels, look), [`${side}Title`]: heading, ...mark.axes },
  };
}

/** A side without the rows that the others are compared with; labels that only number the rows do so again. */
const onlyRows = (condition: Condition, shown: readonly Distances[]): Condition => ({
  ...condition,
  outputs: shown.flatMap(({ row }) => condition.outputs[row] ?? []),
  labels: shown.map(({ row }, at) => {
    const label = condition.labels[row] ?? '';
    return label === String(row + 1) ? String(at + 1) : label;
  }),
  groups: shown.map(({ row }) => condition.groups[row] ?? 0),
});

/** Whether all rows are drawn on each other: then nothing tells them apart, and the heading says so. */
const coincide = (shown: readonly Distances[]): boolean =>
  shown.every(({ values }) => values.every((value) => value === 0));

const dotRadius = 3;
/** Told apart by shape too. */
const shapes = ['circle', 'triangle', 'rectRot', 'rect'] as const;

function dots({ result, scale, look }: Drawing, side: Side, shown: readonly Distances[]): Line[] {
  const theme = look.theme.sides[side];
  const { labels } = onlyRows(result[side], shown);
  const { colours: shades, told } = rowColours(onlyRows(result[side], shown), theme);
  const settings = [...new Set(labels)];
  const one = coincide(shown) ? theme.heading : undefined;
  return shown.map(({ values }, at) => ({
    ...onAxes(`${side}Value`),
    data: pointsOf(values, result.timeSteps, scale),
    showLine: false,
    clip: false,
    pointStyle: shapes[told ? settings.indexOf(labels[at] ?? '') % shapes.length : 0],
    pointRadius: dotRadius,
    pointBorderWidth: 0,
    pointBackgroundColor: one ?? shades[at] ?? theme.line,
  }));
}

const stepLine = ({ result, rounding, scale, look: { theme } }: Drawing, axis: string): Line => ({
  ...onAxes(axis),
  data: pointsOf(Array.from(rounding.exact, floatStep), result.timeSteps, scale),
  stepped: 'middle',
  pointRadius: 0,
  borderColor: theme.text,
  borderWidth: 1.5,
  borderDash: [5, 4],
});

/** A ring around the largest distance, and its value; nothing where all are 0. */
function largestMark(drawing: Drawing, side: Side, shown: readonly Distances[]): Panel {
  const { result, scale, look } = drawing;
  const largest = Math.max(0, ...shown.flatMap(({ values }) => values).filter(Number.isFinite));
  const at = shown.map(({ values }) => values.indexOf(largest)).find((place) => place >= 0) ?? -1;
  const x = result.timeSteps[at];
  const y = placeIn(scale, largest);
  if (largest === 0 || x === undefined || y === null) return { lines: [], axes: {} };
  const axis = `${side}Value`;
  const place = placeOfLargest(at, y, labelsOf(scale).length - 1, result.timeSteps.length);
  return {
    lines: [
      {
        ...onAxes(axis),
        data: [{ x, y }],
        clip: false,
        pointRadius: 5,
        pointBorderWidth: 1.5,
        pointBorderColor: look.theme.text,
        pointBackgroundColor: 'rgba(0, 0, 0, 0)',
      },
    ],
    axes: {
      [`${side}Mark`]: textAxis(axis, amount(largest), place, result.timeSteps.length, look),
    },
  };
}

/** About how high a panel's plot is, and how far the middle of a text keeps from a ring's, in CSS pixels. */
const plotHeight = 118;
const textAbove = 14;
const textHalf = 8;

/** Above the ring; where that would reach into the heading, below it and beside the ring, towards the middle. */
function placeOfLargest(at: number, y: number, top: number, timeSteps: number): Place {
  const value = y + (textAbove * top) / plotHeight;
  const highest = top - (textHalf * top) / plotHeight;
  if (value > highest) return { at: at < timeSteps / 2 ? at + 4 : at - 4, value: highest };
  return { at: Math.min(Math.max(at, 3), timeSteps - 4), value };
}

/** The points are places among the labels already: Chart.js must not look them up there. */
const onAxes = (axis: string) => ({ xAxisID: 'time', yAxisID: axis, parsing: false as const });

const pointsOf = (values: readonly number[], timeSteps: readonly number[], scale: LogScale) =>
  values.map((value, at) => {
    const y = placeIn(scale, value);
    return { x: timeSteps[at] ?? at, y: y === null ? null : Number(y.toPrecision(5)) };
  });
