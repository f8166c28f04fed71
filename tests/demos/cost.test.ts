import { describe, expect, test } from 'vitest';
import { oneByOne, type Engine, type Training } from '../../src/lstm/index.ts';
import {
  checkParameters,
  costOf,
  demoIds,
  mostRunsFor,
  runDemo,
  trainingsOf,
  variantsOf,
  type DemoParameters,
} from '../../src/demos/index.ts';
import { usualSettings } from '../../src/demos/recipe.ts';

/** Learns nothing, and notes what it should have done: multiplications, all batches being equally large. */
function countingEngine() {
  let work = 0;
  const count = ({ initialWeights, windows, batchOrder }: Training) => {
    const units = initialWeights.denseKernel.length;
    work += batchOrder.length * windows.timeSteps * units * (units + 2);
    return initialWeights;
  };
  const forOne: Pick<Engine, 'train' | 'trainWithCheckpoints' | 'predict'> = {
    train: count,
    trainWithCheckpoints: (training, every) =>
      Array.from({ length: training.batchOrder.length / every }).map((_, at) =>
        at === 0 ? count(training) : training.initialWeights,
      ),
    predict: (_weights, { samples }) => new Float32Array(samples),
  };
  const engine: Engine = {
    name: 'kernel',
    forward: (weights, { samples }) => ({
      outputs: new Float32Array(samples),
      finalState: {
        hiddenState: new Float32Array(samples * weights.denseKernel.length),
        cellState: new Float32Array(samples * weights.denseKernel.length),
      },
    }),
    ...forOne,
    ...oneByOne(forOne),
  };
  const { units, timeSteps, trainingSteps } = usualSettings;
  return { engine, trainings: () => work / (trainingSteps * timeSteps * units * (units + 2)) };
}

function parametersOf(cause: string, variant?: string, runs?: number): DemoParameters {
  const checked = checkParameters({ cause, variant, runs, seed: '7' });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return checked.parameters;
}

describe('what a demo costs is what it trains', () => {
  const forms = demoIds.flatMap((cause) =>
    variantsOf(cause).map((variant) => ({ cause, variant })),
  );
  test.each(forms)('$cause $variant', async ({ cause, variant }) => {
    const few = checkParameters({ cause, variant, runs: 3, seed: '7' });
    const parameters = few.ok ? few.parameters : parametersOf(cause, variant);
    const { engine, trainings } = countingEngine();
    await runDemo(engine, parameters, undefined, async () => [engine]);
    const share = trainings() / trainingsOf(parameters);
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1.15);
  });
});

test('the usual demo costs one, and 200 runs of all causes a multiple of it', () => {
  expect(costOf(parametersOf('initial-weights'))).toBe(1);
  expect(costOf(parametersOf('all', undefined, 200))).toBeGreaterThan(30);
});

test('the largest number of runs that costs no more is found, if there is one', () => {
  const asked = parametersOf('initial-weights', undefined, 200);
  expect(mostRunsFor(asked, 2)).toBe(40);
  expect(mostRunsFor(asked, 1_000)).toBe(200);
  expect(mostRunsFor(parametersOf('all', undefined, 200), 1)).toBeUndefined();
});

test('watching costs more than the demo alone, and no more for runs that are not watched', () => {
  const watching = (parameters: DemoParameters) => costOf(parameters, true) - costOf(parameters);
  const usual = parametersOf('initial-weights');
  expect(watching(parametersOf('dropout'))).toBeGreaterThan(1);
  expect(watching(usual)).toBeGreaterThan(watching(parametersOf('dropout')));
  expect(watching({ ...usual, runs: 200 })).toBeLessThan(1.5 * watching(usual));
  expect(mostRunsFor(usual, 3, true)).toBeLessThan(mostRunsFor(usual, 3) ?? 0);
});
