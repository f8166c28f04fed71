import { openStream } from '../../../lstm/index.ts';
import { draws } from '../../draws.ts';
import { usualSettings } from '../../recipe.ts';
import { forecastExamples, makeSeries, trainingExamples, type Examples } from '../../task.ts';

/** What is learned, and what the trained models are asked. */
export interface GrowthTask {
  readonly training: Examples;
  readonly question: Examples;
}

/** The forecast of the other demos: the output follows the input smoothly. */
export function forecastTask(seed: string): GrowthTask {
  const series = makeSeries(seed);
  const { timeSteps } = usualSettings;
  return {
    training: trainingExamples(series, timeSteps),
    question: forecastExamples(series, timeSteps),
  };
}

/** Whether the first and the last of five numbers have the same sign: the model has to find a rule with an edge. */
export const signTask = (seed: string): GrowthTask => ({
  training: drawSigns(seed, draws.data.signs, 512),
  question: drawSigns(seed, draws.data.signs + 1, 256),
});

const signLength = 5;

/** Five normal numbers each; target 1 if first times last is above 0, else -1. */
function drawSigns(seed: string, index: number, samples: number): Examples {
  const stream = openStream(seed, 'data', index);
  const values = Float32Array.from({ length: samples * signLength }, () => stream.normal());
  const isPositive = (sample: number): boolean => {
    const window = values.subarray(sample * signLength, (sample + 1) * signLength);
    return (window.at(0) ?? 0) * (window.at(-1) ?? 0) > 0;
  };
  return {
    windows: { values, samples, timeSteps: signLength, features: 1 },
    targets: Float32Array.from({ length: samples }, (_, sample) => (isPositive(sample) ? 1 : -1)),
  };
}
