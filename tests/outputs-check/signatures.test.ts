import { describe, expect, test } from 'vitest';
import { signatureIds, type Matrix } from '../../src/outputs-check/index.ts';
import { base, check, moved, noise, samples, stream, times } from './samples.ts';

test.each(signatureIds)('%s is found, and nothing else', (signature) => {
  const found = check(samples[signature]);
  expect(found.signature).toBe(signature);
  const excluded = found.excludes.map(({ page }) => page);
  expect(new Set([...found.fits, ...excluded]).size).toBe(found.fits.length + excluded.length);
});

test('the same numbers get the same answer', () => {
  expect(check(samples.independent)).toEqual(check(samples.independent));
});

describe('what is measured', () => {
  test('the run and the value where the numbers end', () => {
    const { statistics, fits } = check(samples['not-finite']);
    expect(statistics).toMatchObject({ brokenRuns: 1, firstBrokenRun: 3, firstBrokenValue: 5 });
    expect(fits).toEqual(['hyperparameters', 'data-set']);
  });

  test('from which run on nothing changes', () => {
    expect(check(samples.settled)).toMatchObject({
      statistics: { settledFrom: 2 },
      fits: ['carried-state'],
    });
  });

  test('the line that each run is of the first', () => {
    const runs = [base, base.map((value) => 2 * value + 0.5), base.map((value) => value - 1)];
    const { factors = [], offsets = [] } = check(runs).statistics;
    expect(factors[0]).toBeCloseTo(2, 10);
    expect(offsets[0]).toBeCloseTo(0.5, 10);
  });

  test('which version each run is; a change in the middle is one, too, and no state that fades', () => {
    const runs = times(7, (run) => moved(run < 2 ? 0 : 0.3));
    expect(check(runs)).toMatchObject({
      signature: 'versions',
      statistics: { versionOf: [1, 1, 2, 2, 2, 2, 2] },
    });
  });

  test('by how much each run is moved', () => {
    expect(check(samples.shifted).statistics.shifts).toEqual([0, 1, 2, 0, 1, 2, 0, 1]);
  });

  test('the 95% interval of ten numbers: 0.5 +- t sd / sqrt(n), t = 2.262', () => {
    const ten = [0.41, 0.52, 0.47, 0.55, 0.49, 0.51, 0.58, 0.44, 0.53, 0.5].map((value) => [value]);
    const { interval = [0, 0], mean = 0, spread = 0 } = check(ten).statistics;
    expect(mean).toBeCloseTo(0.5, 10);
    expect(interval[1] - mean).toBeCloseTo((2.2622 * spread) / Math.sqrt(10), 5);
  });

  test('whether all runs draw from one distribution', () => {
    const skewed = times(8, (run) =>
      base.map(() => (stream.uniform() < (run < 4 ? 0.1 : 0.9) ? 1 : 0)),
    );
    expect(check(skewed).statistics.countsP).toBeLessThan(0.001);
    expect(check(samples['whole-numbers']).statistics.countsP ?? 1).toBeGreaterThan(0.001);
  });
});

describe('printed digits', () => {
  const printed = (runs: Matrix, digits: number) =>
    runs.map((run) => run.map((value) => Number(value.toFixed(digits))));

  test('what differs by one unit of the last digit is no more than rounding, and more digits are asked for', () => {
    const runs = printed(
      times(6, () => base.map((value) => value + noise(2e-5))),
      4,
    );
    expect(check(runs, {}, 5e-5)).toMatchObject({
      signature: 'last-bits',
      excludes: [],
      needs: { digits: true },
    });
  });

  test('where few digits are printed, equal means printed alike', () => {
    const coarse = [0.5, 0.6, 0.4, 0.8, 0.7, 0.3].map((value) => [value]);
    expect(check(coarse, {}, 0.05).signature).toBe('independent');
  });

  test('runs that are equal as printed may differ further on', () => {
    expect(check(printed(samples.identical, 4), {}, 5e-5)).toMatchObject({
      signature: 'identical',
      statistics: { floor: 5e-5 },
      needs: { digits: true },
    });
  });

  test.each(['reordered', 'shifted', 'versions', 'settled', 'rescaled'] as const)(
    'they do not hide what is clear: %s',
    (signature) => {
      expect(check(printed(samples[signature], 4), {}, 5e-5).signature).toBe(signature);
    },
  );
});

test.each([
  [
    'an order too weak to be called found leaves a carried state open',
    [1, 4, 2, 5, 3, 8, 6, 7, 9, 5.5],
    false,
  ],
  ['no order excludes it', [3, 5, 2, 6, 1, 8, 4, 9, 7, 5.5], true],
])('%s', (_, values, isExcluded) => {
  const { signature, excludes } = check(values.map((value) => [value]));
  expect(signature).toBe('independent');
  expect(excludes.some(({ page }) => page === 'carried-state')).toBe(isExcluded);
});

describe('one trained model, or trained each time?', () => {
  test('is asked where noise can’t tell', () => {
    expect(check(samples.independent)).toMatchObject({ asksTrained: true });
    expect(check(samples.reordered)).toMatchObject({ asksTrained: false });
  });

  test('the answer leaves other causes', () => {
    const once = check(samples.independent, { trained: 'once' });
    const each = check(samples.independent, { trained: 'each' });
    expect([once.asksTrained, each.asksTrained]).toEqual([false, false]);
    expect(once.fits).toContain('sampling-temperature');
    expect(once.excludes).toContainEqual({ page: 'initial-weights', why: 'not-trained' });
    expect(each.fits).toContain('initial-weights');
    expect(each.fits).not.toContain('sampling-temperature');
  });
});

test('a small file is told what it can’t show', () => {
  const few = samples.independent.slice(0, 3).map((run) => run.slice(0, 3));
  const { needs, excludes } = check(few);
  expect(needs).toMatchObject({ runs: 10, values: 12 });
  expect(needs?.hidden).toEqual(
    expect.arrayContaining(['settled', 'versions', 'ordered', 'shifted', 'rescaled']),
  );
  // Three runs have no order that says anything.
  expect(excludes.map(({ page }) => page)).not.toContain('carried-state');
  expect(check(samples.independent).needs).toBeUndefined();
});
