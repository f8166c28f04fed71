import { describe, expect, it } from 'vitest';
import { drawBatchOrder, drawDropoutMasks, drawWeights } from '../../src/lstm/index.ts';

const units = 6;

describe('initial weights', () => {
  const weights = drawWeights('7', 0, { inputFeatures: 2, units });

  it('have the shapes of one LSTM and one dense layer', () => {
    const lengths = Object.fromEntries(
      Object.entries(weights).map(([name, values]) => [name, values.length]),
    );
    expect(lengths).toEqual({
      kernel: 2 * 4 * units,
      recurrentKernel: units * 4 * units,
      bias: 4 * units,
      denseKernel: units,
      denseBias: 1,
    });
  });

  it('start with biases that are not random: one for the forget gate, zero elsewhere', () => {
    const ones = Array.from(weights.bias.slice(units, 2 * units));
    expect(ones).toEqual(Array.from({ length: units }, () => 1));
    expect(weights.bias.reduce((sum, value) => sum + value, 0)).toBe(units);
    expect(Array.from(weights.denseBias)).toEqual([0]);
  });

  it('stay within the Glorot limit', () => {
    const limit = Math.sqrt(6 / (2 + 4 * units));
    for (const value of weights.kernel) expect(Math.abs(value)).toBeLessThanOrEqual(limit);
    expect(Math.max(...weights.kernel.map(Math.abs))).toBeGreaterThan(limit / 2);
  });

  it('have a recurrent kernel with rows of length 1 at right angles', () => {
    const row = (at: number) =>
      weights.recurrentKernel.subarray(at * 4 * units, (at + 1) * 4 * units);
    for (let a = 0; a < units; a++)
      for (let b = 0; b < units; b++) {
        const product = row(a).reduce((sum, value, i) => sum + value * (row(b)[i] ?? 0), 0);
        expect(product).toBeCloseTo(a === b ? 1 : 0, 5);
      }
  });
});

describe('the batch order', () => {
  it('uses each sample once an epoch, the odd ones out left for another epoch', () => {
    const batches = drawBatchOrder('7', 0, { samples: 10, batchSize: 3, steps: 7 });
    expect(batches.map((batch) => batch.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    for (const epoch of [batches.slice(0, 3), batches.slice(3, 6)])
      expect(new Set(epoch.flat()).size).toBe(9);
  });
});

describe('dropout masks', () => {
  it('drop about the given share and scale the kept units so that the mean stays 1', () => {
    const [mask] = drawDropoutMasks('7', 0, { samples: 200, units: 50, rate: 0.2, count: 1 });
    const values = Array.from(mask ?? []);
    expect(new Set(values)).toEqual(new Set([0, 1.25]));
    expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.2, 1);
  });

  it('differ from step to step', () => {
    const [first, second] = drawDropoutMasks('7', 0, { samples: 4, units: 8, rate: 0.5, count: 2 });
    expect(first).not.toEqual(second);
  });
});
