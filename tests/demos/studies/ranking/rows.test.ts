import { beforeAll, describe, expect, it } from 'vitest';
import { forecastTrials, type Trial } from '../../../../src/demos/studies/ranking/forecast.ts';
import { rankedIds, type RankedId } from '../../../../src/demos/index.ts';
import { drawnFrom, rankedCauses, usualTrial } from '../../../../src/demos/studies/ranking/rows.ts';
import { createEngine, drawWeights, oneByOne, type Engine } from '../../../../src/lstm/index.ts';

/** Everything that one forecast gave the engine, by name. */
type Inputs = Readonly<Record<string, unknown>>;

let real: Engine;
beforeAll(async () => {
  real = await createEngine();
});

function inputsOf(trial: Trial): Inputs {
  const seen: Record<string, unknown> = {};
  const spies: Pick<Engine, 'train' | 'predict'> = {
    train: (training) => {
      Object.assign(seen, training);
      // Which inputs it got is the question here; other tests train for real.
      return drawWeights('trained', 0, { inputFeatures: 1, units: 12 });
    },
    predict: (weights, windows, conditions) => {
      // The first call: what the later ones are asked follows from its output.
      if (!('askedWeights' in seen))
        Object.assign(seen, { askedWeights: weights, askedWindows: windows, ...conditions });
      return real.predict(weights, windows, conditions);
    },
  };
  forecastTrials({ ...real, ...spies, ...oneByOne({ ...real, ...spies }) }, [trial]);
  return seen;
}

const differences = (a: Inputs, b: Inputs): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  );

const expected: Record<RankedId, string[]> = {
  'initial-weights': ['initialWeights'],
  'batch-order': ['batchOrder'],
  'dropout-training': ['recurrentDropoutMasks'],
  'dropout-left-on': ['recurrentDropoutMask'],
  'data-set': ['windows', 'targets'],
  'carried-state': ['initialState'],
  'floating-point': ['askedWeights'],
  'learning-rate': ['learningRate'],
  'time-steps': ['askedWindows'],
  // As many as there are training steps.
  'saved-model': ['batchOrder', 'recurrentDropoutMasks'],
};
const usual = usualTrial('7');

describe('a row of the ranking', () => {
  it.each(rankedIds)('%s varies that, and holds every other input', (id) => {
    const [first, second] = [1, 2].map((run) => inputsOf(rankedCauses[id].vary(usual, run)));
    expect(differences(first ?? {}, second ?? {})).toEqual(expected[id]);
  });

  it('of all together varies every one of them', () => {
    const together = (run: number) =>
      inputsOf(rankedIds.reduce((trial, id) => rankedCauses[id].vary(trial, run), usual));
    const varied = new Set(Object.values(expected).flat());
    expect(differences(together(1), together(2)).toSorted()).toEqual([...varied].toSorted());
  });

  it('of an older file is the same training, stopped earlier', () => {
    const whole = inputsOf(usual)['batchOrder'] as number[][];
    const stopped = inputsOf(rankedCauses['saved-model'].vary(usual, 1))[
      'batchOrder'
    ] as number[][];
    expect(stopped.length).toBeGreaterThanOrEqual(drawnFrom.savedAfter.low);
    expect(stopped.length).toBeLessThan(whole.length);
    expect(stopped).toEqual(whole.slice(0, stopped.length));
  });

  it('draws its settings from the stated range, all over it', () => {
    const runs = Array.from({ length: 200 }, (_, run) => run);
    const lengths = runs.map((run) => rankedCauses['time-steps'].vary(usual, run).timeSteps);
    const { low, high } = drawnFrom.timeSteps;
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([low, high]);
    const rates = runs.map(
      (run) => rankedCauses['learning-rate'].vary(usual, run).recipe.settings.learningRate,
    );
    const range = drawnFrom.learningRate;
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(range.low);
    expect(Math.max(...rates)).toBeLessThanOrEqual(range.high);
    // Evenly on a logarithmic scale: half of 200 lie below the geometric mean, give or take four standard deviations.
    const below = rates.filter((rate) => rate < Math.sqrt(range.low * range.high)).length;
    expect(Math.abs(below - 100)).toBeLessThan(4 * Math.sqrt(50));
  });
});

it('a recipe that stays the same is trained once, a copy of it again, to the same forecast', () => {
  const trained: number[] = [];
  const spies: Pick<Engine, 'train' | 'trainWithCheckpoints'> = {
    train: (training) => {
      trained.push(training.batchOrder.length);
      return real.train(training);
    },
    trainWithCheckpoints: (training, every) => {
      trained.push(training.batchOrder.length);
      return real.trainWithCheckpoints(training, every);
    },
  };
  const engine = { ...real, ...spies, ...oneByOne({ ...real, ...spies }) };
  const copied = { ...usual, recipe: { ...usual.recipe } };
  const [first, shorter, again] = forecastTrials(engine, [
    usual,
    { ...usual, timeSteps: 20 },
    copied,
  ]);
  expect(trained).toEqual([200, 200]);
  expect(shorter).not.toEqual(first);
  expect(again).toEqual(first);
});

it('an older file of a training is its checkpoint: it forecasts what a training that stops there forecasts', () => {
  const saved = { ...usual, savedAfter: 103 };
  const [alone] = forecastTrials(real, [saved]);
  const [onTheWay, atTheEnd] = forecastTrials(real, [saved, usual]);
  expect(onTheWay).toEqual(alone);
  expect(atTheEnd).not.toEqual(alone);
});
