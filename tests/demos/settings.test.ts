import { describe, expect, it } from 'vitest';
import { demos, mostRuns, ofVariant, type VariantId } from '../../src/demos/index.ts';
import { labelOf } from '../../src/demos/plan.ts';
import { countRuns } from '../../src/demos/progress.ts';
import { createEngine } from '../../src/lstm/index.ts';
import type { CauseId } from '../../src/ids.ts';

const engine = await createEngine();
/** Planned, not run: those of the demo's own seed. */
const settingsOf = (cause: CauseId, variant: VariantId, runs: number): number[] =>
  ofVariant(demos, { cause, variant })
    .plan(engine, '7', runs)
    .before.rows.filter(({ group }) => group === 0)
    .map((row) => Number(labelOf(row)));

describe('the settings of a sweep', () => {
  it.each([
    ['hyperparameters', 'learning-rate', 6, [0.002, 0.004, 0.01, 0.02, 0.05, 0.1]],
    ['hyperparameters', 'hidden-units', 6, [2, 3, 6, 11, 18, 32]],
    ['hyperparameters', 'clipping', 6, [0.01, 0.03, 0.06, 0.2, 0.4, 1]],
    ['time-steps', 'length', 4, [4, 24, 44, 64]],
    ['time-steps', 'alignment', 5, [0, 10, 20, 30, 40]],
    ['saved-model', 'wrong-epoch', 4, [8, 16, 23, 31]],
  ] as const)('are round and spread evenly: %s/%s, %d runs', (cause, id, runs, expected) => {
    expect(settingsOf(cause, id, runs)).toEqual(expected);
  });

  it.each([
    ['hyperparameters', 'hidden-units', 2, 32],
    ['hyperparameters', 'learning-rate', 0.002, 0.1],
    ['hyperparameters', 'clipping', 0.01, 1],
    ['time-steps', 'length', 4, 64],
    ['time-steps', 'alignment', 0, 40],
    ['saved-model', 'wrong-epoch', 8, 31],
  ] as const)('stay sensible at the most runs: %s/%s from %d to %d', (cause, id, least, most) => {
    const values = settingsOf(cause, id, mostRuns);
    expect([values.at(0), values.at(-1)]).toEqual([least, most]);
    // None comes twice, so that none is trained twice.
    expect(values).toEqual([...new Set(values)].toSorted((a, b) => a - b));
  });

  it('are each trained from other initial weights too, and once more from their own', () => {
    const { before, after } = demos.hyperparameters['hidden-units'].plan(engine, '7', 3);
    expect(before.rows.map(({ group }) => group)).toEqual(
      [0, 1, 2, 3, 4].flatMap((seed) => [seed, seed, seed]),
    );
    expect(after.rows.map(labelOf)).toEqual(['2', '2', '8', '8', '32', '32']);
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
