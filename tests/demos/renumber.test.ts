import { describe, expect, it } from 'vitest';
import { renumberUnits } from '../../src/demos/renumber.ts';
import { drawWeights, predictInDoublePrecision } from '../../src/lstm/index.ts';

describe('renumbering the hidden units', () => {
  it('moves every number that belongs to a unit, worked out by hand for two', () => {
    const gates = (a: number, b: number) => [1, 2, 3, 4].flatMap((gate) => [gate * a, gate * b]);
    const renumbered = renumberUnits(
      {
        kernel: Float32Array.from(gates(1, 10)),
        // From unit 0, then from unit 1.
        recurrentKernel: Float32Array.from([...gates(1, 10), ...gates(100, 1000)]),
        bias: Float32Array.from(gates(1, 10)),
        denseKernel: Float32Array.of(7, 8),
        denseBias: Float32Array.of(9),
      },
      [1, 0],
    );
    expect(renumbered).toEqual({
      kernel: Float32Array.from(gates(10, 1)),
      recurrentKernel: Float32Array.from([...gates(1000, 100), ...gates(10, 1)]),
      bias: Float32Array.from(gates(10, 1)),
      denseKernel: Float32Array.of(8, 7),
      denseBias: Float32Array.of(9),
    });
  });

  it('leaves the function as it is', () => {
    const weights = drawWeights('7', 0, { inputFeatures: 1, units: 5 });
    const values = Float32Array.from({ length: 12 }, (_, i) => Math.fround(i / 7 - 1));
    const windows = { values, samples: 2, timeSteps: 6, features: 1 };
    const [a, b] = [weights, renumberUnits(weights, [3, 1, 4, 0, 2])].map((each) =>
      predictInDoublePrecision(each, windows),
    );
    a?.forEach((output, i) => expect(b?.[i]).toBeCloseTo(output, 14));
  });
});
