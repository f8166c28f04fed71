import { beforeAll, describe, expect, it } from 'vitest';
import type { CauseId } from '../../src/ids.ts';
import { demos, ofVariant, type VariantId } from '../../src/demos/index.ts';
import { forecastLength } from '../../src/demos/task.ts';
import {
  createEngine,
  oneByOne,
  presentEngines,
  type CallConditions,
  type Engine,
  type LstmWeights,
  type Training,
  type Windows,
} from '../../src/lstm/index.ts';

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
  function record(cause: CauseId, variant: VariantId): { before: Training[]; after: Training[] } {
    const seen: Training[] = [];
    const engine: Engine = {
      ...real,
      train: (training) => {
        seen.push(training);
        // Which inputs it got is the question here; other tests train for real.
        return training.initialWeights;
      },
    };
    const plan = ofVariant(demos, { cause, variant }).plan(engine, '7', 2);
    for (const row of plan.before.rows) row.output();
    const before = seen.splice(0);
    for (const row of plan.after.rows) row.output();
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

  interface Call {
    readonly engine: string;
    readonly weights: LstmWeights;
    readonly windows: Windows;
    readonly conditions: CallConditions | undefined;
  }

  /**
   * What each row of the upper and the lower side asked last, and of which engine; all of it for real. `back`: the call
   * that many from the end, where what is asked later follows from the answer.
   */
  async function recordCalls(cause: CauseId, variant: VariantId, back = 1) {
    const seen: Call[] = [];
    let trainings = 0;
    const watch = (engine: Engine): Engine => {
      const spies: Omit<Engine, 'name' | keyof ReturnType<typeof oneByOne>> = {
        train: (training) => (trainings++, engine.train(training)),
        trainWithCheckpoints: (training, every) => (
          trainings++,
          engine.trainWithCheckpoints(training, every)
        ),
        predict: (weights, windows, conditions) => {
          seen.push({ engine: engine.name, weights, windows, conditions });
          return engine.predict(weights, windows, conditions);
        },
        forward: (weights, windows, conditions) => {
          seen.push({ engine: engine.name, weights, windows, conditions });
          return engine.forward(weights, windows, conditions);
        },
      };
      return { ...engine, ...spies, ...oneByOne(spies) };
    };
    const present = (await presentEngines()).map(watch);
    const [first] = present;
    if (!first) throw new Error('There is no engine.');
    const { before, after } = ofVariant(demos, { cause, variant }).plan(first, '7', 3, { present });
    const lastCalls = (rows: typeof before.rows) =>
      rows.flatMap((row) => {
        row.output();
        return seen.at(-back) ?? [];
      });
    const calls = { before: lastCalls(before.rows), after: lastCalls(after.rows) };
    return { ...calls, all: seen, trainings };
  }

  const json = (value: unknown): string => JSON.stringify(value);
  const varied = (calls: readonly Call[]): string[] =>
    (['engine', 'weights', 'windows', 'conditions'] as const).filter(
      (name) => new Set(calls.map((call) => json(call[name]))).size > 1,
    );

  it.each([
    ['carried-state', 'between-calls', ['conditions']],
    ['carried-state', 'within-predict', ['conditions']],
    ['floating-point', 'engines', ['engine']],
    ['floating-point', 'addition-order', ['weights']],
    ['saved-model', 'not-loaded', ['weights']],
    ['saved-model', 'wrong-epoch', ['weights']],
    ['saved-model', 'scaler', ['windows']],
  ] as const)(
    '%s/%s: ONE training, then only %j between its calls',
    async (cause, variant, names) => {
      // It continues the series: what it forecasts is asked next.
      const back = variant === 'wrong-epoch' ? forecastLength : 1;
      const { before, after, trainings } = await recordCalls(cause, variant, back);
      expect(trainings).toBe(1);
      expect(before).toHaveLength(3);
      expect(varied(before)).toEqual(names);
      // Its control varies nothing; the engines are compared each with itself.
      expect(varied(after)).toEqual(variant === 'engines' ? ['engine'] : []);
    },
  );

  it('floating-point/batch-size: the same windows and weights in every batch size, on every engine', async () => {
    const { all, trainings } = await recordCalls('floating-point', 'batch-size');
    expect(trainings).toBe(1);
    expect(varied(all)).toEqual(['engine', 'windows']);
    const inOrder = new Map<string, number[]>();
    for (const { engine, windows } of all) {
      const key = `${engine} ${windows.samples}`;
      inOrder.set(key, [...(inOrder.get(key) ?? []), ...windows.values]);
    }
    const engines = new Set(all.map(({ engine }) => engine)).size;
    expect([...inOrder.keys()].map((key) => key.split(' ')[1])).toEqual(
      Array.from({ length: engines }, () => ['1', '8', '64']).flat(),
    );
    // Before once, after twice.
    expect(new Set([...inOrder.values()].map(json)).size).toBe(1);
  });

  it('carried-state: the others in between are the same each time, only their order is not', async () => {
    const { all, before } = await recordCalls('carried-state', 'between-calls');
    const ours = json(before[0]?.windows);
    const groups: string[][] = [[]];
    for (const call of all) {
      if (json(call.windows) === ours) groups.push([]);
      else groups.at(-1)?.push(json(call.windows));
    }
    const others = groups.slice(0, 3);
    expect(others.map(({ length }) => length)).toEqual([8, 8, 8]);
    expect(new Set(others.map((of) => json(of.toSorted()))).size).toBe(1);
    expect(new Set(others.map(json)).size).toBe(3);
  });
});
