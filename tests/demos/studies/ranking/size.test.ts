import { describe, expect, it } from 'vitest';
import { leaders, measureSizes, resamples } from '../../../../src/demos/studies/ranking/size.ts';
import { quantile } from '../../../../src/demos/statistics.ts';
import { openStream } from '../../../../src/lstm/index.ts';

const rows = (...values: number[][]) => values.map((row) => Float32Array.from(row));
const normalRuns = (seed: string, runs: number, steps = 4, scale = 1) => {
  const stream = openStream(seed, 'data', 0);
  return Array.from({ length: runs }, () =>
    Float32Array.from({ length: steps }, () => scale * stream.normal()),
  );
};

describe('the size of a cause', () => {
  it('is the root mean square over pairs and time steps of the standard deviation of two runs', () => {
    // First pair: (0 - 2)^2 / 2 = 2 and (0 - 4)^2 / 2 = 8; second pair 0 and 0. Mean 2.5.
    const [size] = measureSizes([rows([0, 0], [2, 4], [1, 1], [1, 1])], '7');
    expect(size?.deviation).toBeCloseTo(Math.sqrt(2.5), 12);
  });

  it('does not change with what the two runs of a pair have in common', () => {
    const near = normalRuns('7', 40);
    const apart = near.map((row, run) => row.map((value) => value + 8 * Math.floor(run / 2)));
    const [first, second] = measureSizes([near, apart], '7');
    expect(second?.deviation).toBeCloseTo(first?.deviation ?? 0, 4);
  });

  it('is 0 with an interval of 0 if all runs are the same', () => {
    const same = Array.from({ length: 40 }, () => Float32Array.of(0.1, 0.7));
    expect(measureSizes([same], '7')).toEqual([{ deviation: 0, low: 0, high: 0 }]);
  });
});

describe('the interval of a size', () => {
  it('has as ends the quantiles of the sizes of whole pairs drawn with replacement', () => {
    const outputs = normalRuns('7', 12, 3);
    const pairs = Array.from({ length: 6 }, (_, pair) => outputs.slice(2 * pair, 2 * pair + 2));
    const stream = openStream('s', 'bootstrap', 0);
    const again = Array.from({ length: resamples }, () => {
      const drawn = Array.from({ length: 6 }, () => pairs[Math.floor(stream.uniform() * 6)] ?? []);
      return measureSizes([drawn.flat()], 'any')[0]?.deviation ?? Number.NaN;
    }).toSorted((a, b) => a - b);
    const [size] = measureSizes([outputs], 's');
    expect(size?.low).toBeCloseTo(quantile(again, 0.025), 9);
    expect(size?.high).toBeCloseTo(quantile(again, 0.975), 9);
  }, 120_000);

  it('does not drown where the outputs differ in their last digits only', () => {
    const outputs = normalRuns('7', 40, 4, 1e-6).map((row) => row.map((value) => value + 0.5));
    const [size] = measureSizes([outputs], '7');
    expect(size?.deviation).toBeGreaterThan(0.6e-6);
    expect(size?.low).toBeGreaterThan(0.4e-6);
    expect(size?.high).toBeLessThan(1.4e-6);
  });

  it('contains the true size in about 95% of measurements, and misses it above as often as below', () => {
    // Independent normal outputs of deviation 1: of 200 measurements with 40 runs 190 are expected, and at least 170.
    const sizes = Array.from({ length: 200 }, (_, trial) =>
      measureSizes([normalRuns(String(trial), 40)], String(trial)),
    ).flat();
    const tooLow = sizes.filter(({ high }) => high < 1).length;
    const tooHigh = sizes.filter(({ low }) => low > 1).length;
    expect(tooLow + tooHigh).toBeLessThan(30);
    expect(tooLow + tooHigh).toBeGreaterThan(0);
    // The plain bootstrap of a standard deviation ran low: there nearly all misses were of this kind.
    expect(tooLow).toBeLessThan(20);
    // The mean of the squares is not biased.
    const mean = sizes.reduce((sum, { deviation }) => sum + deviation ** 2, 0) / sizes.length;
    expect(mean).toBeCloseTo(1, 1);
  }, 60_000);
});

it('the leaders are the largest, and whatever its interval leaves in doubt', () => {
  const size = (deviation: number, low: number, high: number) => ({ deviation, low, high });
  const sizes = [size(5, 4, 6), size(4, 3.5, 4.5), size(3, 2, 3.9)];
  expect(leaders(sizes)).toEqual(sizes.slice(0, 2));
  expect(leaders(sizes.slice(2))).toEqual(sizes.slice(2));
});
