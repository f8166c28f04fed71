import { beforeAll, describe, expect, it } from 'vitest';
import {
  presentEngines,
  type Engine,
  type ModelCall,
  type Training,
} from '../../src/lstm/index.ts';
import { randomMasks, randomState, randomTraining, randomWindows } from './tasks.ts';

const shape = { features: 2, units: 6, timeSteps: 5, batch: 5 };
const larger = { ...shape, units: 13 };

/** Alike and not, as any demo may mix them: what stands beside a model must not matter to it. */
const trainings: readonly Training[] = [
  randomTraining(shape, 4),
  { ...randomTraining(shape, 4), ...randomMasks(shape, 4) },
  randomTraining(larger, 4),
  { ...randomTraining(shape, 4), learningRate: 0.03, clipNorm: 0.1 },
  { ...randomTraining(shape, 6), optimizer: 'sgd' },
  { ...randomTraining(shape, 4), carryState: true },
  randomTraining({ ...shape, batch: 4, features: 1 }, 3),
  randomTraining(shape, 0),
  randomTraining({ ...shape, timeSteps: 3 }, 4),
];

const calls: readonly ModelCall[] = trainings.flatMap(({ initialWeights, windows }, at) => [
  { weights: initialWeights, windows },
  { weights: initialWeights, windows: randomWindows({ ...windows, batch: 1 }, 1 + at) },
]);

const conditioned: readonly ModelCall[] = [shape, larger].map((sizes) => ({
  weights: randomTraining(sizes, 0).initialWeights,
  windows: randomWindows(sizes, 3),
  conditions: { initialState: randomState(sizes, 3) },
}));

describe('several models in one call, on every engine that is present', () => {
  let engines: readonly Engine[];
  beforeAll(async () => {
    engines = await presentEngines();
  });

  it('a replica gives exactly the bits that it gives alone, whatever is trained beside it', () => {
    for (const engine of engines) {
      const alone = trainings.map((training) => engine.train(training));
      expect(engine.trainAll(trainings), engine.name).toEqual(alone);
      expect(engine.trainAll(trainings.toReversed()), engine.name).toEqual(alone.toReversed());
    }
  });

  it('so do the weights on its way, at every checkpoint', () => {
    for (const engine of engines)
      expect(engine.trainAllWithCheckpoints(trainings, 2), engine.name).toEqual(
        trainings.map((training) => engine.trainWithCheckpoints(training, 2)),
      );
  });

  it('a model asked beside others answers exactly what it answers alone', () => {
    const all = [...calls, ...conditioned];
    for (const engine of engines)
      expect(engine.predictAll(all), engine.name).toEqual(
        all.map(({ weights, windows, conditions }) => engine.predict(weights, windows, conditions)),
      );
  });

  it('none at all give nothing', () => {
    for (const engine of engines)
      expect([engine.trainAll([]), engine.predictAll([])], engine.name).toEqual([[], []]);
  });
});
