import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkParameters,
  confirms,
  formOf,
  parseReplay,
  runDemo,
  variantsOf,
  type PairedComparison,
} from '../../../../src/demos/index.ts';
import { drawnFor, usualRecipe, type Recipe } from '../../../../src/demos/recipe.ts';
import { comparedSettings } from '../../../../src/demos/studies/compare/settings.ts';
import { train } from '../../../../src/demos/index.ts';
import { createEngine, type Engine, type Training } from '../../../../src/lstm/index.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});

async function compare(variant: string, values: readonly [number, number], runs = 3, seed = '7') {
  const checked = checkParameters({ cause: 'compare', variant, values, runs, seed });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  const result = await runDemo(engine, checked.parameters);
  if (result.kind !== 'paired') throw new Error(result.kind);
  return result;
}

/** What a training of that recipe gets. */
function trainingOf(recipe: Recipe): Training {
  let seen: Training | undefined;
  const spy: Engine = {
    ...engine,
    train(training) {
      seen = training;
      return training.initialWeights;
    },
  };
  train(spy, recipe);
  if (!seen) throw new Error('Nothing was trained.');
  return seen;
}

describe('two values with one seed', () => {
  const both = (id: keyof typeof comparedSettings, run: number, seed = '7') => {
    const { apply, values } = comparedSettings[id];
    const recipe = drawnFor(usualRecipe(seed), run);
    const [a, b] = values.usual.map((value) => trainingOf(apply(recipe, value)));
    if (!a || !b) throw new Error('There are two.');
    return { a, b };
  };

  it.each([
    ['learning-rate', ['learningRate']],
    ['clipping', ['clipNorm']],
    ['dropout-rate', ['recurrentDropoutMasks']],
    ['training-steps', ['batchOrder']],
    ['hidden-units', ['initialWeights']],
    ['window', ['windows', 'targets', 'batchOrder']],
  ] as const)('differ in %s and in nothing that it does not touch', (id, touched) => {
    const { a, b } = both(id, 2);
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Training)[];
    const differing = names.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
    expect(differing.toSorted()).toEqual([...touched].toSorted());
  });

  it('train on the same batches as far as both train', () => {
    const { a, b } = both('training-steps', 1);
    expect([a.batchOrder.length, b.batchOrder.length]).toEqual([200, 300]);
    expect(b.batchOrder.slice(0, 200)).toEqual(a.batchOrder);
  });

  it('have new initial weights and a new batch order in every pair, and the same data', () => {
    const [first, second] = [both('learning-rate', 0).a, both('learning-rate', 1).a];
    expect(second.initialWeights).not.toEqual(first.initialWeights);
    expect(second.batchOrder).not.toEqual(first.batchOrder);
    expect(second.windows).toEqual(first.windows);
  });

  it('without clipping or dropout are the usual recipe', () => {
    const recipe = drawnFor(usualRecipe('7'), 0);
    for (const id of ['clipping', 'dropout-rate'] as const)
      expect(comparedSettings[id].apply(recipe, 0)).toEqual(recipe);
  });
});

describe('a comparison', () => {
  let result: PairedComparison;
  beforeAll(async () => {
    result = await compare('learning-rate', [0.0005, 0.02]);
  });

  it('gives each run its own error: the root mean square over the forecast', () => {
    const { before, errors } = result;
    expect(errors.map((values) => values.length)).toEqual([3, 3]);
    const [output] = before.outputs;
    const squares = Array.from(
      output ?? [],
      (value, at) => (value - (before.target[at] ?? 0)) ** 2,
    );
    expect(squares).toHaveLength(60);
    const mean = squares.reduce((sum, square) => sum + square, 0) / 60;
    expect(errors[0][0]).toBeCloseTo(Math.sqrt(mean), 12);
  });

  it('finds a learning rate that is far too low to be worse', () => {
    expect(result.verdict.difference).toBeGreaterThan(0.02);
    expect(result.verdict.meanB).toBeLessThan(0.25);
  });

  it('gives the same bytes and the same verdict again, and its replay code says so', async () => {
    const again = await compare('learning-rate', [0.0005, 0.02]);
    expect(again).toEqual(result);
    const replay = parseReplay(result.replay);
    expect(replay?.parameters.values).toEqual([0.0005, 0.02]);
    expect(replay && confirms(replay, result.hash)).toBe(true);
  });

  it('gives other bytes for another seed', async () => {
    const other = await compare('learning-rate', [0.0005, 0.02], 2, '8');
    expect(other.hash).not.toBe(result.hash);
  });

  it('has its control: each value trained again with the same seed gives the same bits', () => {
    expect(result.after).toMatchObject({
      identical: true,
      spread: 0,
      labels: ['0.0005', '0.0005', '0.02', '0.02'],
    });
    expect(result.before.identical).toBe(false);
  });

  it('is the same the other way round, with the sign turned', async () => {
    const turned = await compare('learning-rate', [0.02, 0.0005]);
    expect(turned.errors).toEqual([result.errors[1], result.errors[0]]);
    expect(turned.verdict.difference).toBe(-result.verdict.difference);
  });
});

it('where the setting does nothing, no pair differs', async () => {
  const { errors, verdict } = await compare('clipping', [0, 10], 2);
  expect(errors[0]).toEqual(errors[1]);
  expect(verdict).toMatchObject({ difference: 0, interval: [0, 0], wrongByOneRun: 0.5 });
});

it('the lowest and the highest value of every setting give errors that are numbers', async () => {
  for (const variant of variantsOf('compare')) {
    const { low = 0, high = 0 } = formOf({ cause: 'compare', variant }).compares ?? {};
    const { errors } = await compare(variant, [low, high], 2);
    expect(
      errors.flat().every((error) => Number.isFinite(error) && error > 0),
      variant,
    ).toBe(true);
  }
}, 60_000);

it('the choices that are offered lie in the range, and the usual values too', () => {
  for (const { values } of Object.values(comparedSettings))
    for (const value of [...values.choices, ...values.usual]) {
      expect(value).toBeGreaterThanOrEqual(values.low);
      expect(value).toBeLessThanOrEqual(values.high);
    }
});
