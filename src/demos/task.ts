import { openStream, type Windows } from '../lstm/index.ts';
import { draws } from './draws.ts';
import type { OwnSeries } from './own-series.ts';

/**
 * The toy task: forecast the next value of a noisy periodic series from the values before it.
 * Two swings (periods 32 and 13 time steps) plus noise, roughly within [-1, 1].
 */
export interface SeriesShape {
  readonly level: number;
  readonly periods: readonly [number, number];
}

export const familiar: SeriesShape = { level: 0, periods: [32, 13] };
/** A series unlike the training data: higher, and with shorter periods. */
export const elsewhere: SeriesShape = { level: 1.5, periods: [24, 9] };

export const trainingLength = 240;
/** Time steps shown in the chart; of a person's own series there may be fewer. */
export const forecastLength = 60;
/** Longest window that a demo may ask for. */
export const longestWindow = 64;

const noise = 0.05;

/** Windows with the value that follows each. */
export interface Examples {
  readonly windows: Windows;
  /** [samples] */
  readonly targets: Float32Array;
}

/** The training data, followed by enough values for the forecasts, float64. Only the noise is random. */
export function makeSeries(seed: string, shape: SeriesShape = familiar): number[] {
  const stream = openStream(seed, 'data', draws.data.shared);
  const slow = swing(shape.periods[0]);
  const fast = swing(shape.periods[1]);
  return Array.from(
    { length: trainingLength + longestWindow + forecastLength },
    () => shape.level + 0.6 * slow() + 0.3 * fast() + noise * stream.normal(),
  );
}

/**
 * A sine wave, made by rotating a vector. After one sine and cosine, rounded to float32, a rotation needs only additions and
 * multiplications. `Math.sin` at every step would be simpler, but its last bit may differ between JavaScript engines.
 */
function swing(period: number): () => number {
  const angle = (2 * Math.PI) / period;
  const turnX = Math.fround(Math.cos(angle));
  const turnY = Math.fround(Math.sin(angle));
  let [x, y] = [1, 0];
  return () => {
    [x, y] = [x * turnX - y * turnY, x * turnY + y * turnX];
    const length = Math.sqrt(x * x + y * y);
    [x, y] = [x / length, y / length];
    return y;
  };
}

/** A series, and how it is cut: what models train on, and what they are to forecast. */
export interface Task {
  readonly series: readonly number[];
  /** So many first values are trained on. */
  readonly trainingLength: number;
  /** The number of the first value to forecast, and how many there are. */
  readonly forecastFrom: number;
  readonly forecastLength: number;
}

export const toyTask = (seed: string): Task => ({
  series: makeSeries(seed),
  trainingLength,
  forecastFrom: trainingLength + longestWindow,
  forecastLength,
});

/** How a person's own series of so many values is cut: the last fifth is to be forecast, at most `forecastLength` values. */
export function partsOf(count: number): { training: number; forecast: number } {
  const forecast = Math.min(forecastLength, Math.floor(count / 5));
  return { training: count - forecast, forecast };
}

/** A person's own series, scaled by what is trained on. */
export function ownTask(values: readonly number[]): Task {
  const { training, forecast } = partsOf(values.length);
  return {
    series: standardise(values, training),
    trainingLength: training,
    forecastFrom: training,
    forecastLength: forecast,
  };
}

/** To mean 0 and standard deviation 1 over the first `training` values: a model must not know of later ones. */
export function standardise(values: readonly number[], training: number): number[] {
  const known = values.slice(0, training);
  const mean = known.reduce((sum, value) => sum + value / training, 0);
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2 / training, 0);
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}

/** What is to be trained on and forecast: the person's own series, else the toy's. */
export function taskOf({
  seed,
  data,
}: {
  readonly seed: string;
  readonly data?: OwnSeries | undefined;
}): Task {
  if (!data) return toyTask(seed);
  if (!data.values) throw new Error('The values of this series are not here.');
  return ownTask(data.values);
}

/** The numbers of the time steps that are to be forecast. */
export const timeStepsOf = ({ forecastFrom, forecastLength: count }: Task): readonly number[] =>
  Array.from({ length: count }, (_, i) => forecastFrom + i);

/** One example for each end point from `firstTarget` on: `timeSteps` values, and the value after them. */
export function cutExamples(
  series: readonly number[],
  cut: { firstTarget: number; count: number; timeSteps: number },
): Examples {
  const values = new Float32Array(cut.count * cut.timeSteps);
  const targets = new Float32Array(cut.count);
  for (let sample = 0; sample < cut.count; sample++) {
    const end = cut.firstTarget + sample;
    values.set(series.slice(end - cut.timeSteps, end), sample * cut.timeSteps);
    targets[sample] = series[end] ?? Number.NaN;
  }
  return {
    windows: { values, samples: cut.count, timeSteps: cut.timeSteps, features: 1 },
    targets,
  };
}

export const trainingExamples = (
  series: readonly number[],
  timeSteps: number,
  length = trainingLength,
): Examples =>
  cutExamples(series, { firstTarget: timeSteps, count: length - timeSteps, timeSteps });

export const examplesOf = ({ series, trainingLength: length }: Task, timeSteps: number): Examples =>
  trainingExamples(series, timeSteps, length);

/** The last `forecastLength` points: the model never trained on them. All window lengths share these end points. */
export const forecastExamples = (
  series: readonly number[],
  timeSteps: number,
  firstTarget = trainingLength + longestWindow,
  count = forecastLength,
): Examples => cutExamples(series, { firstTarget, count, timeSteps });

/** What comes next, after each window that ends before one of the values to forecast. */
export const nextOf = (
  { series, forecastFrom, forecastLength: count }: Task,
  timeSteps: number,
): Examples => forecastExamples(series, timeSteps, forecastFrom, count);

/** The examples of the given numbers, in that order. */
export function pickExamples(examples: Examples, picked: readonly number[]): Examples {
  const { timeSteps, features, values } = examples.windows;
  const length = timeSteps * features;
  const pickedValues = new Float32Array(picked.length * length);
  picked.forEach((from, to) =>
    pickedValues.set(values.subarray(from * length, (from + 1) * length), to * length),
  );
  return {
    windows: { values: pickedValues, samples: picked.length, timeSteps, features },
    targets: Float32Array.from(picked, (sample) => examples.targets[sample] ?? Number.NaN),
  };
}

/** The second set of examples after the first; their windows have the same length. */
export function joinExamples(first: Examples, second: Examples): Examples {
  const windows = {
    ...first.windows,
    values: Float32Array.of(...first.windows.values, ...second.windows.values),
    samples: first.windows.samples + second.windows.samples,
  };
  return { windows, targets: Float32Array.of(...first.targets, ...second.targets) };
}
