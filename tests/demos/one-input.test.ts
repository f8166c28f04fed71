import { beforeAll, describe, expect, it } from 'vitest';
import type { CauseId } from '../../src/causes.ts';
import { demos } from '../../src/demos/index.ts';
import { createEngine, type Engine, type Training } from '../../src/lstm/index.ts';

/** What two trainings of one demo had different, by the names of the inputs. */
function differences(a: Training, b: Training): string[] {
  const names: (keyof Training)[] = [
    'initialWeights',
    'windows',
    'targets',
    'batchOrder',
    'learningRate',
    'clipNorm',
    'recurrentDropoutMasks',
  ];
  return names.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

describe('a demo varies one input and holds every other one', () => {
  let real: Engine;
  beforeAll(async () => {
    real = await createEngine();
  });

  /** The first two trainings of each side, as the real engine got them. */
  function record(cause: CauseId, variant: string): { before: Training[]; after: Training[] } {
    const seen: Training[] = [];
    const engine: Engine = {
      ...real,
      train: (training) => {
        seen.push(training);
        // Which inputs it got is the question here; other tests train for real.
        return training.initialWeights;
      },
    };
    const plan = demos[cause].variants.find(({ id }) => id === variant)?.plan(engine, '7', 2);
    for (const row of plan?.before.rows ?? []) row.output();
    const before = seen.splice(0);
    for (const row of plan?.after.rows ?? []) row.output();
    return { before, after: seen };
  }

  it.each([
    ['initial-weights', 'retrain', ['initialWeights']],
    ['batch-order', 'retrain', ['batchOrder']],
    ['dropout', 'training', ['recurrentDropoutMasks']],
    ['hyperparameters', 'learning-rate', ['learningRate']],
    ['hyperparameters', 'hidden-units', ['initialWeights']],
    ['hyperparameters', 'clipping', ['clipNorm']],
    ['data-set', 'sampling', ['windows', 'targets']],
    ['data-set', 'dirty', ['windows', 'targets']],
  ] as const)('%s/%s: only %j between its trainings', (cause, variant, varied) => {
    const { before, after } = record(cause, variant);
    const [first, second] = before;
    if (!first || !second) throw new Error('The demo trained fewer than two models.');
    expect(differences(first, second)).toEqual(varied);
    // Its control repeats a training to the last input; the dirty data stay different, only cleaner.
    if (variant === 'dirty') return;
    for (const again of after)
      expect(
        before.concat(after).filter((one) => differences(one, again).length === 0).length,
      ).toBeGreaterThan(1);
  });

  it.each([
    ['dropout', 'inference', 1],
    ['time-steps', 'length', 1],
    ['time-steps', 'alignment', 1],
    ['data-set', 'shift', 2],
  ] as const)(
    '%s/%s: trains no more than %i model(s), then only calls',
    (cause, variant, models) => {
      const { before, after } = record(cause, variant);
      expect(before.length + after.length).toBe(models);
    },
  );
});
