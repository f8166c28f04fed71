import type { Averages } from '../demos/index.ts';
import { amount, type Story } from '../words/index.ts';
import { amountAxis, axisTitle, type Axes, type Axis } from './axes.ts';
import { limitsAround, type Limits } from './extent.ts';
import { forJson } from './for-json.ts';
import { frame, type ChartConfig } from './frame.ts';
import type { Line } from './panel.ts';
import { fontSize, type Look, type Theme } from './theme.ts';

const mostTicks = 6;
/** Points of the dashed curve from one number of models to the next. */
const smoothness = 12;
/** Where a point's number stands: above it, or below it. */
const above = -1.2 * fontSize.heading - 10;
const below = 8;

/** Spread and error against the number of models in the average; dashed what independent models would give. */
export function averagesConfig(result: Averages, story: Story, look: Look): ChartConfig {
  const { sides } = look.theme;
  const { rows, after } = result;
  const spreads = rows.map(({ deviation }) => deviation);
  const errors = rows.map(({ error }) => error);
  const highest = rows.map(({ range }) => range[1]);
  const limits = {
    ...limitsAround([0, ...spreads, ...errors, ...highest], 0.12, mostTicks),
    min: 0,
  };
  const models = rows.map((row) => row.models);
  return frame(story, look, {
    lines: [
      line(errors, sides.after.heading),
      line(spreads, sides.before.heading),
      expectedCurve(models, spreads[0] ?? 0, look.theme),
      ...rangeBand(
        rows.map(({ range }) => range),
        sides.before.fill(0.2),
      ),
    ],
    axes: {
      place: placeAxis(rows.length),
      models: modelsAxis(models.map(String), look),
      amount: {
        ...amountAxis(limits, look.words.averages.amount, look.theme),
        axis: 'y',
        position: 'left',
      },
      keys: keyAxis(story, limits, look.theme),
      ...numbersAt(errors, 'error', above, sides.after.heading, look.theme),
      ...numbersAt(spreads, 'spread', below, sides.before.heading, look.theme),
      ...(after.identical && { zero: zeroLabel(look) }),
    },
    paddingRight: 12,
  });
}

const hung = { xAxisID: 'place', yAxisID: 'amount' } as const;

const line = (values: readonly number[], colour: string): Line => ({
  ...hung,
  data: values.map((y, x) => ({ x, y: forJson(y) })),
  borderColor: colour,
  borderWidth: 3,
  pointRadius: 6,
  pointBackgroundColor: colour,
  pointBorderWidth: 0,
  clip: false,
});

/** The spread of one model divided by the square root of k. Between two places k grows by equal ratios. */
function expectedCurve(models: readonly number[], one: number, { text }: Theme): Line {
  const points = models.slice(1).flatMap((next, place) => {
    const from = models[place] ?? next;
    return Array.from({ length: smoothness }, (_, step) => {
      const share = (step + 1) / smoothness;
      const k = from * (next / from) ** share;
      return { x: forJson(place + share), y: forJson(one / Math.sqrt(k)) };
    });
  });
  return {
    ...hung,
    data: [{ x: 0, y: forJson(one) }, ...points],
    pointRadius: 0,
    borderColor: text,
    borderWidth: 2,
    borderDash: [6, 5],
  };
}

/** Where the spread of independent models would mostly be. */
const rangeBand = (
  ranges: readonly (readonly [low: number, high: number])[],
  colour: string,
): Line[] => {
  const edge = (end: 0 | 1): Line => ({
    ...hung,
    data: ranges.map((range, x) => ({ x, y: forJson(range[end]) })),
    pointRadius: 0,
    borderWidth: 0,
  });
  return [{ ...edge(1), fill: '+1', backgroundColor: colour }, edge(0)];
};

/** Half a place of room at both ends, as the labels below have. */
const placeAxis = (places: number): Axis => ({
  axis: 'x',
  type: 'linear',
  display: false,
  position: 'bottom',
  min: -0.5,
  max: places - 0.5,
});

const bare = { border: { display: false }, grid: { display: false, drawTicks: false } } as const;

const modelsAxis = (labels: string[], { words, theme }: Look): Axis => ({
  ...bare,
  axis: 'x',
  type: 'category',
  position: 'bottom',
  offset: true,
  labels,
  ticks: { color: theme.text, padding: 6, font: { size: fontSize.heading } },
  title: axisTitle(words.averages.models, theme),
});

/** What the two lines are, above them in their colours. */
const keyAxis = ({ headings }: Story, { max }: Limits, { sides }: Theme): Axis => ({
  ...bare,
  axis: 'x',
  type: 'category',
  position: { amount: max },
  labels: headings.map(({ text, measure }) => `${text}: ${measure}`),
  ticks: {
    align: 'inner',
    autoSkip: false,
    maxRotation: 0,
    padding: -1.2 * fontSize.heading - 6,
    color: [sides.before.heading, sides.after.heading],
    font: { size: fontSize.heading, weight: 600 },
  },
});

/** A number at each point: an axis of its own through the point, which shows nothing else. */
function numbersAt(
  values: readonly number[],
  name: string,
  padding: number,
  colour: string,
  { background }: Theme,
): Axes {
  return Object.fromEntries(
    values.map((value, place) => [
      `${name}${place}`,
      {
        ...bare,
        axis: 'x',
        type: 'category',
        position: { amount: forJson(value) },
        offset: true,
        labels: values.map((_, other) => (other === place ? amount(value) : '')),
        ticks: {
          autoSkip: false,
          maxRotation: 0,
          padding,
          color: colour,
          textStrokeColor: background,
          textStrokeWidth: 4,
          font: { size: fontSize.heading - 1, weight: 600 },
        },
      } satisfies Axis,
    ]),
  );
}

/** At the bottom: what a fixed seed gives. */
const zeroLabel = ({ words, theme }: Look): Axis => ({
  ...bare,
  axis: 'x',
  type: 'category',
  position: { amount: 0 },
  labels: [words.averages.zero, ''],
  ticks: {
    align: 'inner',
    autoSkip: false,
    maxRotation: 0,
    padding: -1.2 * fontSize.key - 4,
    color: theme.muted,
    font: { size: fontSize.key },
  },
});
