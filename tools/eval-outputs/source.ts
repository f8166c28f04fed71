import {
  checkParameters,
  runDemo,
  train,
  usualRecipe,
  type DemoInput,
  type DemoParameters,
  type Recipe,
} from '../../src/demos/index.ts';
import {
  drawBatchOrder,
  drawWeights,
  openStream,
  type CallConditions,
  type Engine,
  type LstmWeights,
  type Stream,
  type Windows,
} from '../../src/lstm/index.ts';

/** As many values as the longest file has. */
export const mostValues = 60;

/** One trained LSTM and what can be asked of it. The same seed gives the same everything. */
export interface Source {
  readonly seed: string;
  /** Draws for whatever a maker varies. */
  readonly stream: Stream;
  readonly weights: LstmWeights;
  /** One request: `mostValues` windows, one output each. */
  readonly request: Windows;
  readonly predict: (
    weights: LstmWeights,
    conditions?: CallConditions,
    windows?: Windows,
  ) => number[];
  /** Weights after every `every` training steps, from the first steps on. */
  readonly checkpoints: (every: number, count: number, learningRate?: number) => LstmWeights[];
  /** A model of the usual recipe, changed, with half of the training steps. */
  readonly retrain: (change: (recipe: Recipe) => Recipe) => LstmWeights;
  /** The outputs of a demo with its cause at work, [runs][60]. */
  readonly demo: (input: Pick<DemoInput, 'cause' | 'variant'>, runs: number) => Promise<number[][]>;
}

export function openSource(engine: Engine, seed: string, purpose: string): Source {
  const recipe = usualRecipe(seed);
  const { settings, examples } = recipe;
  const { windows } = examples;
  const request = cutWindows(windows, windows.samples - mostValues);
  const predict: Source['predict'] = (weights, conditions, asked = request) =>
    Array.from(engine.predict(weights, asked, conditions));
  return {
    seed,
    stream: openStream(`${seed}/${purpose}`, 'settings', 0),
    weights: trainedOnce(engine, seed),
    request,
    predict,
    retrain: (change) =>
      train(engine, change({ ...recipe, settings: { ...settings, trainingSteps: 100 } })),
    checkpoints: (every, count, learningRate = settings.learningRate) =>
      engine.trainWithCheckpoints(
        {
          initialWeights: drawWeights(seed, 0, { inputFeatures: 1, units: settings.units }),
          windows,
          targets: examples.targets,
          batchOrder: drawBatchOrder(seed, 0, {
            samples: windows.samples,
            batchSize: settings.batchSize,
            steps: every * count,
          }),
          learningRate,
        },
        every,
      ),
    demo: async (input, runs) => {
      const { before } = await runDemo(engine, parametersOf(input, runs, seed));
      return before.outputs.map((row) => Array.from(row));
    },
  };
}

function parametersOf(
  input: Pick<DemoInput, 'cause' | 'variant'>,
  runs: number,
  seed: string,
): DemoParameters {
  const checked = checkParameters({ ...input, runs, seed });
  if (!checked.ok)
    throw new Error(`${input.cause} ${input.variant ?? ''}: ${checked.problem.field}`);
  return checked.parameters;
}

const trained = new Map<string, LstmWeights>();

function trainedOnce(engine: Engine, seed: string): LstmWeights {
  const weights = trained.get(seed) ?? train(engine, usualRecipe(seed));
  trained.set(seed, weights);
  return weights;
}

/** `mostValues` windows from that one on. */
export function cutWindows({ values, timeSteps, features }: Windows, first: number): Windows {
  const length = timeSteps * features;
  return {
    values: values.slice(first * length, (first + mostValues) * length),
    samples: mostValues,
    timeSteps,
    features,
  };
}
