import { beforeAll, describe, expect, it } from 'vitest';
import {
  drawBatchOrder,
  drawDropoutMasks,
  drawWeights,
  openStream,
  type Engine,
  type LstmWeights,
  type Training,
  type Windows,
} from '../../src/lstm/index.ts';
import { createTfjsEngine } from '../../src/lstm/tfjs/index.ts';
import { forwardLstm } from './reference.ts';

const samples = 24;
const steps = 4;
const units = 5;

function randomWindows(timeSteps: number, features: number): Windows {
  const stream = openStream('test', 'data', timeSteps);
  const values = Float32Array.from({ length: samples * timeSteps * features }, () =>
    stream.normal(),
  );
  return { values, samples, timeSteps, features };
}

function training(seed: string, dropout = false): Training {
  const stream = openStream(seed, 'data', 0);
  const masks = drawDropoutMasks(seed, 0, { samples: 8, units, rate: 0.3, count: steps });
  return {
    initialWeights: drawWeights(seed, 0, { inputFeatures: 1, units }),
    windows: randomWindows(6, 1),
    targets: Float32Array.from({ length: samples }, () => stream.normal()),
    batchOrder: drawBatchOrder(seed, 0, { samples, batchSize: 8, steps }),
    learningRate: 0.01,
    ...(dropout ? { recurrentDropoutMasks: masks } : {}),
  };
}

const largestChange = (a: LstmWeights, b: LstmWeights): number =>
  Math.max(...a.recurrentKernel.map((value, i) => Math.abs(value - (b.recurrentKernel[i] ?? 0))));

describe('the TensorFlow.js engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createTfjsEngine();
  });

  it('computes the LSTM equations: it agrees with a plain double-precision forward pass', () => {
    const weights = drawWeights('7', 0, { inputFeatures: 2, units });
    const windows = randomWindows(6, 2);
    const expected = forwardLstm(weights, windows);
    engine
      .predict(weights, windows)
      .forEach((output, i) => expect(output).toBeCloseTo(expected[i] ?? Number.NaN, 5));
  });

  it('multiplies the hidden state by the dropout mask that it is handed, at every time step', () => {
    const weights = drawWeights('7', 0, { inputFeatures: 1, units });
    const windows = randomWindows(6, 1);
    const [mask = new Float32Array()] = drawDropoutMasks('7', 0, {
      samples,
      units,
      rate: 0.4,
      count: 1,
    });
    const expected = forwardLstm(weights, windows, { recurrentDropoutMask: mask });
    engine
      .predict(weights, windows, { recurrentDropoutMask: mask })
      .forEach((output, i) => expect(output).toBeCloseTo(expected[i] ?? Number.NaN, 5));
    expect(engine.predict(weights, windows)).not.toEqual(
      engine.predict(weights, windows, { recurrentDropoutMask: mask }),
    );
  });

  it('gives the same bits when it trains twice, with and without dropout', () => {
    for (const dropout of [false, true])
      expect(engine.train(training('7', dropout))).toEqual(engine.train(training('7', dropout)));
  });

  it('gives the same bits when it predicts twice', () => {
    const weights = engine.train(training('7'));
    const windows = randomWindows(6, 1);
    expect(engine.predict(weights, windows)).toEqual(engine.predict(weights, windows));
  });

  it('learns: the loss on the training data falls', () => {
    const task = { ...training('7'), learningRate: 0.05 };
    const long = { ...task, batchOrder: Array.from({ length: 15 }, () => task.batchOrder).flat() };
    const loss = (weights: LstmWeights): number =>
      engine
        .predict(weights, task.windows)
        .reduce((sum, output, i) => sum + (output - (task.targets[i] ?? 0)) ** 2, 0);
    expect(loss(engine.train(long))).toBeLessThan(0.8 * loss(task.initialWeights));
  });

  it.each(['weights', 'batches', 'dropout', 'targets'] as const)(
    'gives another model when only the %s change',
    (changed) => {
      const base = training('7', true);
      const other = training('8', true);
      const variants = {
        weights: { ...base, initialWeights: other.initialWeights },
        batches: { ...base, batchOrder: other.batchOrder },
        dropout: { ...base, recurrentDropoutMasks: other.recurrentDropoutMasks ?? [] },
        targets: { ...base, targets: other.targets },
      };
      expect(largestChange(engine.train(base), engine.train(variants[changed]))).toBeGreaterThan(
        1e-4,
      );
    },
  );

  it('clips: a tiny threshold changes the training, a huge one does not', () => {
    const base = training('7');
    const plain = engine.train(base);
    expect(largestChange(plain, engine.train({ ...base, clipNorm: 1e9 }))).toBeLessThan(1e-6);
    expect(largestChange(plain, engine.train({ ...base, clipNorm: 1e-6 }))).toBeGreaterThan(1e-4);
  });

  it('leaves no tensor behind', async () => {
    const tf = await import('@tensorflow/tfjs-core');
    engine.train(training('7', true));
    const before = tf.memory().numTensors;
    for (let round = 0; round < 3; round++)
      engine.predict(engine.train(training('7', true)), randomWindows(6, 1));
    expect(tf.memory().numTensors).toBe(before);
  });
});
