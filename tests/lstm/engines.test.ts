import { beforeAll, describe, expect, it } from 'vitest';
import {
  drawBatchOrder,
  drawWeights,
  openStream,
  presentEngines,
  type Engine,
  type Windows,
} from '../../src/lstm/index.ts';

const units = 5;

function randomWindows(index: number, sizes: Omit<Windows, 'values'>): Windows {
  const stream = openStream('engines', 'data', index);
  const length = sizes.samples * sizes.timeSteps * sizes.features;
  return { ...sizes, values: Float32Array.from({ length }, () => stream.normal()) };
}

/** The first or the last `timeSteps` steps of each window. */
function part(windows: Windows, which: 'first' | 'last', timeSteps: number): Windows {
  const from = which === 'first' ? 0 : windows.timeSteps - timeSteps;
  const values = Array.from({ length: windows.samples }, (_, sample) => {
    const start = (sample * windows.timeSteps + from) * windows.features;
    return Array.from(windows.values.subarray(start, start + timeSteps * windows.features));
  });
  return { ...windows, timeSteps, values: Float32Array.from(values.flat()) };
}

const furthest = (a: Float32Array, b: Float32Array): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));

describe('every engine that is present', () => {
  let engines: readonly Engine[];
  beforeAll(async () => {
    engines = await presentEngines();
  });
  const windows = randomWindows(0, { samples: 3, timeSteps: 7, features: 2 });
  const weights = drawWeights('7', 0, { inputFeatures: 2, units });

  it('has a name of its own, and TensorFlow.js on WebAssembly is among them', () => {
    const names = engines.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('tfjs-wasm');
  });

  it('remembers: two halves of a sequence, the state handed on, end where the whole sequence ends', () => {
    for (const engine of engines) {
      const first = engine.forward(weights, part(windows, 'first', 4));
      const second = engine.forward(weights, part(windows, 'last', 3), {
        initialState: first.finalState,
      });
      const whole = engine.forward(weights, windows);
      expect(furthest(second.outputs, whole.outputs), engine.name).toBeLessThan(1e-6);
      expect(
        furthest(second.finalState.cellState, whole.finalState.cellState),
        engine.name,
      ).toBeLessThan(1e-6);
      expect(engine.predict(weights, part(windows, 'last', 3))).not.toEqual(second.outputs);
    }
  });

  it('starts at zeros if no state is handed in', () => {
    const zeros = () => new Float32Array(windows.samples * units);
    for (const engine of engines)
      expect(
        engine.predict(weights, windows, {
          initialState: { hiddenState: zeros(), cellState: zeros() },
        }),
        engine.name,
      ).toEqual(engine.predict(weights, windows));
  });

  it('multiplies the inputs by the input dropout mask', () => {
    const masked = { ...windows, values: windows.values.map((x, i) => (i % 2 === 0 ? 2 * x : 0)) };
    const inputDropoutMask = Float32Array.from({ length: 6 }, (_, i) => (i % 2 === 0 ? 2 : 0));
    for (const engine of engines)
      expect(engine.predict(weights, windows, { inputDropoutMask }), engine.name).toEqual(
        engine.predict(weights, masked),
      );
  });

  it('trains alike from the same draws: weights within 1e-3 after 40 steps, whatever the optimizer', () => {
    const samples = 24;
    const examples = randomWindows(1, { samples, timeSteps: 6, features: 2 });
    for (const change of [{}, { optimizer: 'sgd', carryState: true }, { clipNorm: 0.1 }] as const) {
      const trained = engines.map((engine) =>
        engine.train({
          initialWeights: weights,
          windows: examples,
          targets: examples.values.slice(0, samples),
          batchOrder: drawBatchOrder('7', 0, { samples, batchSize: 8, steps: 40 }),
          learningRate: 0.02,
          ...change,
        }),
      );
      const [first, ...others] = trained;
      for (const other of others) {
        expect(
          furthest(first?.recurrentKernel ?? other.kernel, other.recurrentKernel),
        ).toBeLessThan(1e-3);
        expect(furthest(first?.denseKernel ?? other.kernel, other.denseKernel)).toBeLessThan(1e-3);
      }
    }
  });

  it('carries the state from batch to batch only if told to', () => {
    const samples = 8;
    const examples = randomWindows(2, { samples, timeSteps: 6, features: 2 });
    const task = {
      initialWeights: weights,
      windows: examples,
      targets: examples.values.slice(0, samples),
      batchOrder: drawBatchOrder('7', 0, { samples, batchSize: 4, steps: 4 }),
      learningRate: 0.02,
    };
    for (const engine of engines) {
      const carried = engine.train({ ...task, carryState: true });
      expect(furthest(carried.kernel, engine.train(task).kernel), engine.name).toBeGreaterThan(
        1e-4,
      );
      expect(engine.train({ ...task, carryState: true }), engine.name).toEqual(carried);
    }
  });
});
