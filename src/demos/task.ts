import { openStream, type Windows } from '../lstm/index.ts';
import { draws } from './draws.ts';

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
/** Time steps shown in the chart. */
export const forecastLength = 60;
/** Longest window that a demo may ask for. */
export const longestWindow = 64;

/** The numbers of those time steps in the series. */
export const forecastTimeSteps: readonly number[] = Array.from(
  { length: forecastLength },
  (_, i) => trainingLength + longestWindow + i,
);

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

export const trainingExamples = (series: readonly number[], timeSteps: number): Examples =>
  cutExamples(series, {
    firstTarget: timeSteps,
    count: trainingLength - timeSteps,
    timeSteps,
  });

/** The last `forecastLength` points: the model never trained on them. All window lengths share these end points. */
export const forecastExamples = (series: readonly number[], timeSteps: number): Examples =>
  cutExamples(series, {
    firstTarget: trainingLength + longestWindow,
    count: forecastLength,
    timeSteps,
  });

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
