import {
  stateAt,
  stepNumbers,
  type Trace,
  type VariantId,
  type WatchedCalls,
} from '../../demos/index.ts';
import { amount, type Story, type Words } from '../../words/index.ts';
import { axisTitle, gap, headingAxis, timeAxis, valueAxis, type Axis } from '../axes.ts';
import { gridValues, limitsAround } from '../extent.ts';
import { forJson } from '../for-json.ts';
import { frame, type ChartConfig } from '../frame.ts';
import type { Line } from '../panel.ts';
import type { Look } from '../theme.ts';
import { withCounter } from './counter.ts';
import { placesOf, upTo } from './reveal.ts';

/** Of so many hidden units the states are drawn: more lines could not be told apart. */
const drawnUnits = 3;
const mostGridLines = 4;
/** Whole numbers, also of a window of four time steps. */
const mostTicks = 7;

/** Above, some hidden states of both calls; below, the distance of all: drawn time step by time step, to the output. */
export function callsFrames(
  watched: WatchedCalls,
  frames: number,
  words: Pick<Words, 'chart' | 'tell'>,
  look: Look,
): ChartConfig[] {
  const story = words.tell(watched.result);
  const steps = stepNumbers(watched.calls);
  const [first = 0, last = 1] = [steps.at(0), steps.at(-1)];
  return placesOf(first, last, frames).map((place) =>
    withCounter(
      callsConfig(watched, place, story, look),
      callsCounter(watched, place, words),
      look,
    ),
  );
}

/** Where a picture stands, and at the end the outputs; below it, where the difference comes from. */
export function callsCounter(
  { calls, distances, result }: WatchedCalls,
  place: number,
  { chart: { watch } }: Pick<Words, 'chart'>,
): string[] {
  const steps = stepNumbers(calls);
  const last = steps.at(-1) ?? 0;
  const step = Math.floor(place);
  const distance = amount(distances[step - (steps[0] ?? 0)] ?? Number.NaN);
  const [cause, held] = calls.map(({ output }) => amount(output));
  return [
    place >= last ? watch.outputs(cause ?? '', held ?? '') : watch.timeStep(step, last, distance),
    callWords(watch.calls, result.variant).enters,
  ];
}

function callsConfig(watched: WatchedCalls, place: number, story: Story, look: Look): ChartConfig {
  const { calls, distances, result, run } = watched;
  const { words, theme } = look;
  const { before, after } = theme.sides;
  const steps = stepNumbers(calls);
  const [first = 0, last = 1] = [steps.at(0), steps.at(-1)];
  const units = farthestUnits(watched);
  const states = limitsAround(
    calls.flatMap((call) =>
      steps.flatMap((step) => units.map((unit) => valueOf(call, step, unit))),
    ),
    0.07,
    mostGridLines,
  );
  const apart = { ...limitsAround([0, ...distances], 0.06, mostGridLines - 1), min: 0 };
  const names = callWords(words.watch.calls, result.variant);
  const label = result.before.labels[run] ?? '';
  const lineOf = (values: (step: number) => number, axis: string, colour: string, width: number) =>
    revealed(
      steps.map((step) => ({ x: step, y: values(step) })),
      place,
      { axis, colour, width },
    );
  return frame(story, look, {
    lines: [
      ...units.flatMap((unit) =>
        (
          [
            [calls[0], before.heading],
            [calls[1], after.heading],
          ] as const
        ).map(([call, colour]) => lineOf((step) => valueOf(call, step, unit), 'states', colour, 2)),
      ),
      {
        ...lineOf((step) => distances[step - first] ?? 0, 'apart', theme.text, 2.5),
        fill: 'origin',
        backgroundColor: before.band,
      },
      ...gridOf('states', gridValues(states), [first, last], look),
      ...gridOf('apart', gridValues(apart), [first, last], look),
    ],
    axes: {
      time: {
        ...timeAxis([first, last], look, mostTicks),
        title: axisTitle(words.watch.stepOfWindow, theme),
      },
      apart: valueAxis(apart, look, { title: words.distance, weight: 0.8 }),
      apartTitle: headingAxis('apart', apart.max, [words.watch.distance, ' '], theme.text),
      gap,
      states: valueAxis(states, look, { title: words.watch.state }),
      statesTitle: twoColours(
        headingAxis('states', states.max, [names.cause(label), names.held], before.heading),
        [before.heading, after.heading],
      ),
    },
    paddingRight: 16,
  });
}

type CallWords = Words['chart']['watch']['calls'];

export function callWords(calls: CallWords, variant: VariantId): CallWords[keyof CallWords] {
  const isOurs = (id: VariantId): id is keyof CallWords & VariantId => id in calls;
  if (!isOurs(variant)) throw new Error(`src/words lacks the two calls of ${variant}.`);
  return calls[variant];
}

const valueOf = (call: Trace, step: number, unit: number): number =>
  stateAt(call, step)[unit] ?? Number.NaN;

/** Those whose states are farthest apart at any step, farthest first. */
function farthestUnits({ calls }: WatchedCalls): number[] {
  const [cause, held] = calls;
  const steps = stepNumbers(calls);
  const units = [...(cause.states[0] ?? []).keys()];
  const farthest = (unit: number) =>
    Math.max(
      ...steps.map((step) => Math.abs(valueOf(cause, step, unit) - valueOf(held, step, unit))),
    );
  return units.toSorted((a, b) => farthest(b) - farthest(a)).slice(0, drawnUnits);
}

/** The line up to a place, with a dot at its tip. */
export function revealed(
  points: readonly { readonly x: number; readonly y: number }[],
  place: number,
  {
    axis,
    colour,
    width,
    dot = 3.5,
  }: {
    readonly axis: string;
    readonly colour: string;
    readonly width: number;
    readonly dot?: number;
  },
): Line {
  const shown = upTo(points, place);
  return {
    xAxisID: 'time',
    yAxisID: axis,
    data: shown.map(({ x, y }) => ({ x: forJson(x), y: forJson(y) })),
    // Else Chart.js would look numbers up among the labels of an axis that has some.
    parsing: false,
    borderColor: colour,
    borderWidth: width,
    borderJoinStyle: 'round',
    pointRadius: shown.map((_, at) => (at === shown.length - 1 ? dot : 0)),
    pointBackgroundColor: colour,
    pointBorderWidth: 0,
    clip: false,
  };
}

/** In place of Chart.js' own grid, which crosses the whole chart. */
export const gridOf = (
  axis: string,
  values: readonly number[],
  ends: readonly [first: number, last: number],
  { theme }: Look,
): Line[] =>
  values.map((y) => ({
    xAxisID: 'time',
    yAxisID: axis,
    data: ends.map((x) => ({ x, y })),
    pointRadius: 0,
    borderColor: theme.grid,
    borderWidth: 1,
  }));

/** A heading whose two texts name two lines. */
export const twoColours = (heading: Axis, colours: readonly [string, string]): Axis => ({
  ...heading,
  ticks: { ...heading.ticks, color: [...colours] },
});
