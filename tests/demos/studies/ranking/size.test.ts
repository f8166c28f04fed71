import { describe, expect, it } from 'vitest';
import { leaders, measureSizes, resamples } from '../../../../src/demos/studies/ranking/size.ts';
import { deviationOf, quantile } from '../../../../src/demos/statistics.ts';
import { openStream } from '../../../../src/lstm/index.ts';

const rows = (...values: number[][]) => values.map((row) => Float32Array.from(row));
const normalRuns = (seed: string, runs: number, steps = 4, scale = 1) => {
  const stream = openStream(seed, 'data', 0);
  return Array.from({ length: runs }, () =>
    Float32Array.from({ length: steps }, () => scale * stream.normal()),
  );
};

describe('the size of a cause', () => {
  it('is the root mean square over the time steps of the standard deviation over the runs', () => {
    // Time step 0: values 0, 2, mean 1, variance (1 + 1) / 1 = 2. Time step 1: 0, 4, variance 8. Mean of both 5.
    expect(deviationOf(rows([0, 0], [2, 4]))).toBeCloseTo(Math.sqrt(5), 12);
    // One at 0.5, others at 0: mean 0.1, squares 0.16 + 4 * 0.01 = 0.2, divided by 4.
    expect(deviationOf(rows([0.5], [0], [0], [0], [0]))).toBeCloseTo(Math.sqrt(0.05), 12);
  });

  it('does not change if every forecast is higher by the same: only the distances count', () => {
    const low = normalRuns('7', 40);
    const high = low.map((row) => row.map((value) => value + 8));
    expect(deviationOf(high)).toBeCloseTo(deviationOf(low), 5);
  });

  it('is 0 with an interval of 0 if all runs are the same', () => {
    const same = Array.from({ length: 40 }, () => Float32Array.of(0.1, 0.7));
    expect(measureSizes([same], '7')).toEqual([{ deviation: 0, low: 0, high: 0 }]);
  });
});

describe('the interval of a size', () => {
  it('has as ends the quantiles of the sizes of whole runs drawn with replacement', () => {
    const outputs = normalRuns('7', 12, 3);
    const stream = openStream('s', 'bootstrap', 0);
    const again = Array.from({ length: resamples }, () =>
      deviationOf(
        Array.from({ length: 12 }, () => outputs[Math.floor(stream.uniform() * 12)] ?? outputs[0]!),
      ),
    ).toSorted((a, b) => a - b);
    const [size] = measureSizes([outputs], 's');
    expect(size?.low).toBeCloseTo(quantile(again, 0.025), 9);
    expect(size?.high).toBeCloseTo(quantile(again, 0.975), 9);
  });

  it('does not drown where the outputs differ in their last digits only', () => {
    const outputs = normalRuns('7', 40, 4, 1e-6).map((row) => row.map((value) => value + 0.5));
    const [size] = measureSizes([outputs], '7');
    expect(size?.deviation).toBeGreaterThan(0.8e-6);
    expect(size?.low).toBeGreaterThan(0.6e-6);
    expect(size?.high).toBeLessThan(1.4e-6);
  });

  it('contains the true size in about 95% of measurements', () => {
    // Independent normal outputs of deviation 1: of 200 measurements with 40 runs 190 are expected, and at least 170.
    const hits = Array.from({ length: 200 }, (_, trial) => {
      const [size] = measureSizes([normalRuns(String(trial), 40)], String(trial));
      return size !== undefined && size.low <= 1 && size.high >= 1;
    }).filter(Boolean).length;
    expect(hits).toBeGreaterThan(170);
    expect(hits).toBeLessThan(200);
  });
});

it('the leaders are the largest, and whatever its interval leaves in doubt', () => {
  const size = (deviation: number, low: number, high: number) => ({ deviation, low, high });
  const sizes = [size(5, 4, 6), size(4, 3.5, 4.5), size(3, 2, 3.9)];
  expect(leaders(sizes)).toEqual(sizes.slice(0, 2));
  expect(leaders(sizes.slice(2))).toEqual(sizes.slice(2));
});
