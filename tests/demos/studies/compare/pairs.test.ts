import { describe, expect, test } from 'vitest';
import { comparePairs, runsNeeded, winnerOf } from '../../../../src/demos/studies/compare/pairs.ts';
import { criticalT, withinT } from '../../../../src/demos/studies/compare/student.ts';

/** Computed with SciPy 1.17.1: `stats.t.ppf(0.975, df)`, `2 * stats.t.cdf(t, df) - 1`. */
describe("Student's t agrees with SciPy", () => {
  test.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [8, 2.306004135204166],
    [29, 2.045229642132703],
    [199, 1.9719565442517533],
  ])('for 95%% and %d degrees of freedom', (degreesOfFreedom, expected) => {
    expect(criticalT(0.95, degreesOfFreedom)).toBeCloseTo(expected, 10);
  });

  test.each([
    [2, 1, 0.7048327646991335],
    [0.3, 7, 0.22710994959786568],
    [2, 30, 0.9453749550370169],
    [0, 5, 0],
  ])('at t = %d with %d degrees of freedom', (t, degreesOfFreedom, expected) => {
    expect(withinT(t, degreesOfFreedom)).toBeCloseTo(expected, 12);
  });
});

describe('two values, compared pair by pair', () => {
  const a = [0.21, 0.18, 0.25, 0.19, 0.3, 0.22, 0.17, 0.24];
  const b = [0.17, 0.19, 0.2, 0.16, 0.21, 0.23, 0.15, 0.18];
  const verdict = comparePairs(a, b);

  test('give the means, and the difference with the interval that SciPy gives', () => {
    expect(verdict.meanA).toBeCloseTo(0.22, 12);
    expect(verdict.meanB).toBeCloseTo(0.18625, 12);
    expect(verdict.difference).toBeCloseTo(0.03375, 12);
    // stats.ttest_rel(a, b).confidence_interval(0.95)
    expect(verdict.interval[0]).toBeCloseTo(0.005158049558776356, 10);
    expect(verdict.interval[1]).toBeCloseTo(0.062341950441223634, 10);
    expect(winnerOf(verdict)).toBe('b');
  });

  test('count the wrong winner over all 64 combinations, a tie half', () => {
    expect(verdict.wrongByOneRun).toBe(16 / 64);
    expect(comparePairs([1, 2], [1, 4]).wrongByOneRun).toBe((0.5 + 0 + 1 + 0) / 4);
    expect(comparePairs([1, 2], [3, 4]).wrongByOneRun).toBe(0);
  });

  test('can pick the wrong one more often than not, where a few bad runs decide the mean', () => {
    expect(comparePairs([1, 1, 9], [2, 2, 2]).wrongByOneRun).toBeCloseTo(6 / 9, 12);
  });

  test('swapped, say the same the other way round', () => {
    const swapped = comparePairs(b, a);
    expect(swapped.difference).toBeCloseTo(-verdict.difference, 12);
    expect(winnerOf(swapped)).toBe('a');
    expect(swapped).toMatchObject({
      wrongByOneRun: verdict.wrongByOneRun,
      runsNeeded: verdict.runsNeeded,
    });
  });

  test('have no winner where the interval includes 0', () => {
    const close = comparePairs([0.2, 0.3, 0.1], [0.1, 0.4, 0.1]);
    expect(close.interval[0]).toBeLessThan(0);
    expect(close.interval[1]).toBeGreaterThan(0);
    expect(winnerOf(close)).toBeUndefined();
  });

  test('have none where no pair differs: one run each is a toss, and no number of runs is enough', () => {
    const same = comparePairs([0.2, 0.3], [0.2, 0.3]);
    expect(same).toMatchObject({
      difference: 0,
      interval: [0, 0],
      wrongByOneRun: 0.5,
      runsNeeded: Number.POSITIVE_INFINITY,
    });
    expect(winnerOf(same)).toBeUndefined();
  });
});

/** Exact, from the noncentral t distribution of SciPy: the smallest n with a power of 80%. */
test.each([
  [0.05, 3142],
  [0.1, 787],
  [0.3, 90],
  [0.5, 34],
  [0.8, 15],
  [1, 10],
  [2, 5],
])('a difference of %d standard deviations needs about %d runs', (size, exact) => {
  const needed = runsNeeded(size, 1);
  expect(needed).toBeGreaterThanOrEqual(exact - 1);
  expect(needed).toBeLessThanOrEqual(exact + 1);
});
