import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/lstm/index.ts';
import { createKernelEngine } from '../../src/lstm/kernel/engine.ts';
import { openWorkspace } from '../../src/lstm/kernel/workspace.ts';
import { createTfjsEngine } from '../../src/lstm/tfjs/index.ts';
import { forwardLstm } from './reference.ts';
import {
  furthest,
  randomMasks,
  randomState,
  randomTraining,
  randomWindows,
  weightDistance,
} from './tasks.ts';

const shape = { features: 2, units: 6, timeSteps: 7, batch: 5 };

describe('the kernel engine', () => {
  const kernel = createKernelEngine();
  const { initialWeights: weights } = randomTraining(shape, 1);

  it('computes the LSTM equations within 1e-6 of double precision, whatever the number of units', () => {
    for (const units of [...Array.from({ length: 20 }, (_, i) => i + 1), 200]) {
      const sized = { ...shape, units };
      const { initialWeights } = randomTraining(sized, 1);
      const windows = randomWindows(sized);
      const [inputDropoutMask] = randomMasks(sized, 1).inputDropoutMasks;
      const [recurrentDropoutMask] = randomMasks(sized, 1).recurrentDropoutMasks;
      if (!inputDropoutMask || !recurrentDropoutMask) throw new Error();
      const initialState = randomState(sized, shape.batch);
      const conditions = { inputDropoutMask, recurrentDropoutMask, initialState };
      const expected = forwardLstm(initialWeights, windows, conditions);
      const found = kernel.predict(initialWeights, windows, conditions);
      expect(furthest(found, expected), `${units} units`).toBeLessThan(1e-6);
    }
  });

  it('saturates where exp overflows, and hands NaN on', () => {
    const windows = { values: Float32Array.of(1e30, -1e30), samples: 1, timeSteps: 1, features: 2 };
    expect(Number.isFinite(kernel.predict(weights, windows)[0])).toBe(true);
    const broken = { ...windows, values: Float32Array.of(Number.NaN, 0) };
    expect(kernel.predict(weights, broken)[0]).toBeNaN();
  });

  it('gives a sample the same bits alone as in a batch of any size', () => {
    const all = randomWindows(shape, 70);
    const together = kernel.predict(weights, all);
    const length = shape.timeSteps * shape.features;
    for (let sample = 0; sample < all.samples; sample++) {
      const values = all.values.slice(sample * length, (sample + 1) * length);
      const alone = kernel.predict(weights, { ...all, values, samples: 1 });
      expect(alone[0]).toBe(together[sample]);
    }
  });

  it('remembers nothing: what it did before does not change a bit of what it does next', () => {
    const training = { ...randomTraining(shape, 6), ...randomMasks(shape, 6) };
    const first = kernel.train(training);
    kernel.train({ ...randomTraining({ ...shape, units: 33 }, 2), carryState: true });
    kernel.predict(weights, randomWindows(shape), {
      initialState: randomState(shape, shape.batch),
    });
    expect(kernel.train(training)).toEqual(first);
  });

  it('gives the weights after every n steps, and those of shorter trainings are the same', () => {
    const training = randomTraining(shape, 6);
    const checkpoints = kernel.trainWithCheckpoints(training, 2);
    expect(checkpoints).toHaveLength(3);
    const batchOrder = training.batchOrder.slice(0, 4);
    expect(checkpoints[1]).toEqual(kernel.train({ ...training, batchOrder }));
  });

  it('trains 10,000 times in the same memory', () => {
    const workspace = openWorkspace();
    const engine = createKernelEngine(workspace);
    const small = randomTraining({ features: 1, units: 4, timeSteps: 4, batch: 4 }, 2);
    const memoryAfter = (trainings: number) => {
      for (let i = 0; i < trainings; i++) engine.train(small);
      return workspace.module.memory.buffer.byteLength;
    };
    const first = memoryAfter(1);
    expect(memoryAfter(10_000)).toBe(first);
    // Another size may need more; the old one then gives nothing back, and asks for nothing either.
    engine.train(randomTraining({ features: 3, units: 40, timeSteps: 30, batch: 32 }, 1));
    const largest = memoryAfter(1);
    expect(largest).toBeGreaterThan(first);
    expect(memoryAfter(1_000)).toBe(largest);
  });
});

describe('the kernel engine, from the same draws as TensorFlow.js', () => {
  const kernel = createKernelEngine();
  let tfjs: Engine;
  beforeAll(async () => {
    tfjs = await createTfjsEngine('tfjs-wasm');
  });
  const larger = { features: 1, units: 12, timeSteps: 12, batch: 32 };

  it.each([
    ['plain', {}],
    ['with dropout', randomMasks(larger, 80)],
    ['clipped', { clipNorm: 0.5 }],
    ['carrying its state on', { carryState: true }],
    ['by plain gradient descent', { optimizer: 'sgd' as const }],
  ])('has its weights within 1e-3 after 80 steps: %s', (_name, change) => {
    const training = { ...randomTraining(larger, 80), ...change };
    const [found, expected] = [kernel.train(training), tfjs.train(training)];
    expect(weightDistance(found, expected)).toBeLessThan(1e-3);
    expect(weightDistance(found, training.initialWeights)).toBeGreaterThan(1e-2);
    const windows = randomWindows(larger, 40);
    const outputs = kernel.predict(found, windows);
    expect(furthest(outputs, tfjs.predict(expected, windows))).toBeLessThan(1e-3);
  });
});
