import { describe, expect, test } from 'vitest';
import {
  drawDropoutMasks,
  drawWeights,
  presentEngines,
  stepThrough,
} from '../../src/lstm/index.ts';

const sizes = { samples: 3, units: 5, inputFeatures: 2 };
const windows = {
  values: Float32Array.from({ length: 3 * 7 * 2 }, (_, at) => Math.fround(Math.sin(at))),
  samples: 3,
  timeSteps: 7,
  features: 2,
};
const weights = drawWeights('steps', 0, sizes);
const [recurrentDropoutMask = new Float32Array()] = drawDropoutMasks('steps', 0, {
  ...sizes,
  rate: 0.3,
  count: 1,
});
const state = Float32Array.from({ length: 15 }, (_, at) => Math.fround(Math.cos(at)));
const conditions = {
  recurrentDropoutMask,
  initialState: { hiddenState: state, cellState: state },
};

const engines = await presentEngines();

describe('one time step at a time', () => {
  test.each(engines)('$name ends where the whole call ends', (engine) => {
    for (const given of [undefined, conditions]) {
      const whole = engine.forward(weights, windows, given);
      const passes = stepThrough(engine, weights, windows, given);
      const last = passes.at(-1);
      expect(passes).toHaveLength(windows.timeSteps);
      const far = (a: Float32Array, b: Float32Array = new Float32Array(a.length).fill(9)) =>
        Math.max(...a.map((value, at) => Math.abs(value - Number(b[at]))));
      const apart = [
        far(whole.outputs, last?.outputs),
        far(whole.finalState.hiddenState, last?.finalState.hiddenState),
        far(whole.finalState.cellState, last?.finalState.cellState),
      ];
      // The kernel adds in the same order; TensorFlow.js may not.
      if (engine.name === 'kernel') expect(apart).toEqual([0, 0, 0]);
      else expect(Math.max(...apart)).toBeLessThan(1e-6);
    }
  });

  test('gives the same hidden states on every engine', () => {
    const [reference, ...others] = engines.map((engine) =>
      stepThrough(engine, weights, windows, conditions),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const other of others)
      other.forEach(({ finalState }, step) =>
        finalState.hiddenState.forEach((value, at) =>
          expect(value).toBeCloseTo(Number(reference?.[step]?.finalState.hiddenState[at]), 5),
        ),
      );
  });
});
