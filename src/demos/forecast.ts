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

/**
 * A forecast `length` time steps ahead, [length]. Each output is fed back as the newest value of the next
 * window ("closed loop", "free running"): so small differences between models add up, as they do where people forecast.
 * `conditions`: those of the calls, one row a time step; inference mode and zeros at the start if absent.
 */
export function forecastAhead(
  engine: Engine,
  weights: LstmWeights,
  known: Windows,
  conditions: CallConditions = {},
  length = forecastLength,
): Float32Array {
  const values = known.values.slice();
  return Float32Array.from({ length }, (_, step) => {
    const [output = Number.NaN] = engine.predict(
      weights,
      { ...known, values: values.slice() },
      rowOf(conditions, step, length),
    );
    values.copyWithin(0, 1);
    values[values.length - 1] = output;
    return output;
  });
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
