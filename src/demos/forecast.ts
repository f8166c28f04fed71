import type { CallConditions, Engine, LstmWeights, Windows } from '../lstm/index.ts';
import { forecastLength, longestWindow, trainingLength, type Task } from './task.ts';

/** What a trained model is asked to continue, and what really came next. */
export interface Question {
  /** The newest known values: one window, [1, timeSteps, 1]. */
  readonly known: Windows;
  /** [forecastLength] */
  readonly target: Float32Array;
}

export const continuationOf = (
  { series, forecastFrom, forecastLength: length }: Task,
  timeSteps: number,
): Question => questionOf(series, timeSteps, forecastFrom, length);

/** To continue the series after its first `trainingLength + longestWindow` values: the model trained on none of the window's. */
export function questionOf(
  series: readonly number[],
  timeSteps: number,
  now = trainingLength + longestWindow,
  length = forecastLength,
): Question {
  const values = Float32Array.from(series.slice(now - timeSteps, now));
  return {
    known: { values, samples: 1, timeSteps, features: 1 },
    target: Float32Array.from(series.slice(now, now + length)),
  };
}

/** A model that is asked to continue a series. */
export interface Forecast {
  readonly weights: LstmWeights;
  readonly known: Windows;
  /** Those of the calls, one row a time step; inference mode and zeros at the start if absent. */
  readonly conditions?: CallConditions;
  /** How many time steps ahead; `forecastLength` if absent. */
  readonly length?: number;
}

/**
 * A forecast `length` time steps ahead, [length]. Each output is fed back as the newest value of the next
 * window ("closed loop", "free running"): so small differences between models add up, as they do where people forecast.
 */
export const forecastAhead = (
  engine: Engine,
  weights: LstmWeights,
  known: Windows,
  conditions: CallConditions = {},
  length = forecastLength,
): Float32Array =>
  forecastAll(engine, [{ weights, known, conditions, length }])[0] ?? new Float32Array();

/** Several of them, [forecasts][length]: all models are asked for a time step in one call of the engine. */
export function forecastAll(engine: Engine, forecasts: readonly Forecast[]): Float32Array[] {
  const values = forecasts.map(({ known }) => known.values.slice());
  const outputs = forecasts.map(({ length = forecastLength }) => new Float32Array(length));
  const longest = Math.max(0, ...outputs.map(({ length }) => length));
  for (let step = 0; step < longest; step++) {
    const calls = forecasts.map(({ weights, known, conditions = {} }, at) => ({
      weights,
      windows: { ...known, values: values[at]?.slice() ?? known.values },
      conditions: rowOf(conditions, step, outputs[at]?.length ?? longest),
    }));
    for (const [at, [output = Number.NaN]] of engine.predictAll(calls).entries()) {
      values[at]?.copyWithin(0, 1);
      values[at]?.fill(output, -1);
      outputs[at]?.fill(output, step, step + 1);
    }
  }
  return outputs;
}

/** What holds for one of the calls: each array has `rows` rows of equal length. */
function rowOf(conditions: CallConditions, row: number, rows: number): CallConditions {
  const cut = (all: Float32Array) => {
    const width = all.length / rows;
    return all.slice(row * width, (row + 1) * width);
  };
  const { inputDropoutMask, recurrentDropoutMask, initialState } = conditions;
  return {
    ...(inputDropoutMask && { inputDropoutMask: cut(inputDropoutMask) }),
    ...(recurrentDropoutMask && { recurrentDropoutMask: cut(recurrentDropoutMask) }),
    ...(initialState && {
      initialState: {
        hiddenState: cut(initialState.hiddenState),
        cellState: cut(initialState.cellState),
      },
    }),
  };
}
