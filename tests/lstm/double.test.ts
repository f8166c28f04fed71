import { describe, expect, it } from 'vitest';
import {
  drawWeights,
  openStream,
  predictInDoublePrecision,
  presentEngines,
  type LstmWeights,
  type Windows,
} from '../../src/lstm/index.ts';

const weightsOf = (part: Partial<Record<keyof LstmWeights, number[]>>): LstmWeights => {
  const array = (name: keyof LstmWeights, length: number) =>
    Float32Array.from(part[name] ?? Array<number>(length).fill(0));
  return {
    kernel: array('kernel', 4),
    recurrentKernel: array('recurrentKernel', 4),
    bias: array('bias', 4),
    denseKernel: array('denseKernel', 1),
    denseBias: array('denseBias', 1),
  };
};
const oneWindow = (...values: number[]): Windows => ({
  values: Float32Array.from(values),
  samples: 1,
  timeSteps: values.length,
  features: 1,
});

describe('the model in double precision', () => {
  it('is the formula, worked out by hand for one unit', () => {
    const weights = weightsOf({
      kernel: [0.5, 0, 1, 0],
      recurrentKernel: [0, 0, 0.25, 0],
      bias: [0, 1, 0, -0.5],
      denseKernel: [2],
      denseBias: [0.125],
    });
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const c1 = sigmoid(0.5) * Math.tanh(1);
    const h1 = sigmoid(-0.5) * Math.tanh(c1);
    const c2 = sigmoid(1) * c1 + sigmoid(-1) * Math.tanh(-2 + 0.25 * h1);
    const h2 = sigmoid(-0.5) * Math.tanh(c2);
    const [output] = predictInDoublePrecision(weights, oneWindow(1, -2));
    expect(output).toBeCloseTo(0.125 + 2 * h2, 14);
  });

  it('is what every engine gives, to the last bits of float32', async () => {
    const stream = openStream('double', 'data', 0);
    const windows = {
      values: Float32Array.from({ length: 5 * 7 * 2 }, () => stream.normal()),
      samples: 5,
      timeSteps: 7,
      features: 2,
    };
    const weights = drawWeights('7', 0, { inputFeatures: 2, units: 6 });
    const exact = predictInDoublePrecision(weights, windows);
    for (const engine of await presentEngines())
      engine
        .predict(weights, windows)
        .forEach((output, i) =>
          expect(Math.abs(output - (exact[i] ?? Number.NaN)), engine.name).toBeLessThan(1e-6),
        );
  });
});
