import { describe, expect, it } from 'vitest';
import {
  isSample,
  quantile,
  showsDistribution,
  summarise,
  variance,
} from '../../src/demos/statistics.ts';

describe('the quantile of type 7', () => {
  // Hyndman & Fan 1996: place h = (n - 1) p, then on a straight line between the neighbours.
  it.each([
    // h = 3 * 0.25 = 0.75: 1 + 0.75 * (2 - 1)
    [[1, 2, 3, 4], 0.25, 1.75],
    // h = 1.5: half-way between 2 and 3
    [[1, 2, 3, 4], 0.5, 2.5],
    // h = 4 * 0.05 = 0.2: 10 + 0.2 * (20 - 10)
    [[10, 20, 20, 40, 90], 0.05, 12],
    // h = 4 * 0.95 = 3.8: 40 + 0.8 * (90 - 40)
    [[10, 20, 20, 40, 90], 0.95, 80],
    [[10, 20, 20, 40, 90], 0, 10],
    [[10, 20, 20, 40, 90], 1, 90],
    [[7], 0.3, 7],
  ])('of %j at %d is %d', (values, probability, expected) => {
    expect(quantile(values, probability)).toBeCloseTo(expected, 12);
  });

  it('of nothing is no number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('the summary of the outputs at one time step', () => {
  it('has the standard deviation of a sample', () => {
    // Mean 5, squared differences 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, divided by 8 - 1.
    const summary = summarise([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(summary).toMatchObject({ count: 8, mean: 5, low: 2, high: 9 });
    expect(summary.deviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('is exactly without deviation if all are the same float32, and leaves out what is no number', () => {
    const value = Math.fround(0.1);
    expect(summarise([...Array<number>(200).fill(value), Number.NaN])).toEqual({
      count: 200,
      mean: value,
      deviation: 0,
      low: value,
      high: value,
    });
    expect(variance([3])).toBe(0);
  });
});

it('a demo whose runs are draws shows a distribution from 41 runs on', () => {
  const sample = { measure: 'spread' } as const;
  expect([2, 40, 41, 200].map((runs) => showsDistribution({ ...sample, runs }))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('repeats, engines and settings are no draws: no standard deviation is told of them', () => {
  const exact = new Float64Array();
  const sweep = { settings: [], of: 'error', curves: [], again: [] } as const;
  expect(isSample({ measure: 'spread' })).toBe(true);
  expect(isSample({ measure: 'error' })).toBe(false);
  expect(isSample({ measure: 'spread', rounding: { exact, from: 'exact' } })).toBe(false);
  expect(isSample({ measure: 'spread', sweep })).toBe(false);
});
