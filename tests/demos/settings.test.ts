import { describe, expect, it } from 'vitest';
import { demos, mostRuns, ofVariant, type VariantId } from '../../src/demos/index.ts';
import { countRuns } from '../../src/demos/progress.ts';
import { createEngine } from '../../src/lstm/index.ts';
import type { CauseId } from '../../src/ids.ts';

const engine = await createEngine();
/** Planned, not run. */
const settingsOf = (cause: CauseId, variant: VariantId, runs: number): number[] =>
  ofVariant(demos, { cause, variant })
    .plan(engine, '7', runs)
    .before.rows.map(({ label }) => Number(label));

describe('a setting that grows with the runs', () => {
  it.each([
    ['hyperparameters', 'hidden-units', [4, 8, 12, 16, 20]],
    ['hyperparameters', 'learning-rate', [0.005, 0.0089, 0.016, 0.028, 0.05]],
    ['time-steps', 'length', [3, 6, 9, 12, 15]],
    ['time-steps', 'alignment', [0, 1, 2, 3, 4]],
  ] as const)(
    'keeps its values of few runs, so that old codes stay true: %s/%s',
    (cause, id, first) => {
      expect(settingsOf(cause, id, 5)).toEqual(first);
    },
  );

  it.each([
    ['hyperparameters', 'hidden-units', 4, 80],
    ['hyperparameters', 'learning-rate', 0.005, 0.05],
    ['hyperparameters', 'clipping', 0.01, 1],
    ['time-steps', 'length', 3, 64],
    ['time-steps', 'alignment', 0, 40],
  ] as const)('stays sensible at the most runs: %s/%s from %d to %d', (cause, id, least, most) => {
    const values = settingsOf(cause, id, mostRuns);
    expect(values).toHaveLength(mostRuns);
    expect([values.at(0), values.at(-1)]).toEqual([least, most]);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  it('is not trained again where it comes again', () => {
    const { before, after } = demos.hyperparameters['hidden-units'].plan(engine, '7', mostRuns);
    const settings = new Set(before.rows.map(({ label }) => label)).size;
    expect(after.rows).toHaveLength(2 * settings);
    expect(new Set(before.rows.map(({ output }) => output)).size).toBe(settings);
  });
});

describe('the progress of a demo', () => {
  const reported = async (total: number) => {
    const seen: number[] = [];
    const count = countRuns(total, ({ done }) => seen.push(done));
    for (let run = 0; run < total; run++) await count();
    return seen;
  };

  it('is told after every run where there are few', async () => {
    expect(await reported(6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([51, 99, 400])(
    'is told at most 50 times, the last time at the end: %i runs',
    async (total) => {
      const seen = await reported(total);
      expect(seen.length).toBe(50);
      expect(seen.at(-1)).toBe(total);
      const gaps = seen.map((done, i) => done - (seen[i - 1] ?? 0));
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    },
  );
});
