import { describe, expect, it } from 'vitest';
import {
  areaUnderCurve,
  calibrationError,
  quantile,
  share,
} from '../../tools/eval-answers/statistics.ts';

describe('the statistics of the evaluation', () => {
  it('give the Wilson interval of a share', () => {
    // Worked by hand: p = 0.9, n = 10, z = 1.96.
    const { low, high } = share(9, 10);
    expect(low).toBeCloseTo(0.5958, 3);
    expect(high).toBeCloseTo(0.9821, 3);
    expect(share(0, 0)).toEqual({ right: 0, of: 0, low: 0, high: 1 });
  });

  it('count an order that is right, wrong and tied as 1, 0 and one half', () => {
    expect(areaUnderCurve([0.9, 0.8], [0.1, 0.2])).toBe(1);
    expect(areaUnderCurve([0.1], [0.2])).toBe(0);
    expect(areaUnderCurve([0.9, 0.5], [0.5])).toBe(0.75);
  });

  it('find no error where probabilities are kept, and the gap where they are not', () => {
    const half = [true, false].map((right) => ({ probability: 0.5, right }));
    expect(calibrationError(half)).toBe(0);
    expect(calibrationError([{ probability: 0.95, right: false }])).toBeCloseTo(0.95);
  });

  it('take a quantile from the values themselves', () => {
    expect(quantile([3, 1, 2, 4], 0.5)).toBe(3);
    expect(quantile([3, 1, 2, 4], 0.99)).toBe(4);
    expect(quantile([], 0.5)).toBe(0);
  });
});
