import {
  drawBatchOrder,
  drawDropoutMasks,
  drawWeights,
  type DropoutMask,
  type Engine,
  type LstmWeights,
  type Training,
} from '../lstm/index.ts';
import { draws } from './draws.ts';
import { examplesOf, toyTask, type Examples, type Task } from './task.ts';

export interface Settings {
  readonly units: number;
  readonly timeSteps: number;
  readonly batchSize: number;
  readonly trainingSteps: number;
  readonly learningRate: number;
  readonly clipNorm?: number;
}

/**
 * Everything a trained model depends on. `weights`, `batches` and `dropout.index` say which draw of that stream is
 * used. A demo varies exactly one field; its control repeats the same recipe.
 */
export interface Recipe {
  readonly seed: string;
  readonly settings: Settings;
  /** The series, of which the examples are cut. */
  readonly task: Task;
  readonly examples: Examples;
  readonly weights: number;
  readonly batches: number;
  readonly dropout?: { readonly index: number; readonly rate: number };
}

/**
 * Small enough that a retraining takes about 0.03 s of one core, long enough that a forecast fed back 60 times still follows
 * the series (error about 0.12). With windows of 12 and 60 training steps it leaves the series (0.45), and one step ahead all
 * trainings give nearly the last value: their differences can't be seen.
 */
export const usualSettings: Settings = {
  units: 12,
  timeSteps: 24,
  batchSize: 32,
  trainingSteps: 200,
  learningRate: 0.02,
};

export function usualRecipe(seed: string, task = toyTask(seed)): Recipe {
  return {
    seed,
    settings: usualSettings,
    task,
    examples: examplesOf(task, usualSettings.timeSteps),
    weights: draws.weights.shared,
    batches: 0,
  };
}

export const train = (engine: Engine, recipe: Recipe): LstmWeights =>
  engine.train(trainingOf(recipe));

/** Makes draws. */
export interface Draw {
  readonly weights: typeof drawWeights;
  readonly batchOrder: typeof drawBatchOrder;
  readonly dropoutMasks: typeof drawDropoutMasks;
}

const anew: Draw = {
  weights: drawWeights,
  batchOrder: drawBatchOrder,
  dropoutMasks: drawDropoutMasks,
};

/** For recipes that share draws: each is made once, and kept as long as this is. */
export const shareDraws = (): Draw => ({
  weights: remembered(drawWeights),
  batchOrder: remembered(drawBatchOrder),
  dropoutMasks: remembered(drawDropoutMasks),
});

function remembered<Inputs extends unknown[], Drawn>(draw: (...inputs: Inputs) => Drawn) {
  const kept = new Map<string, Drawn>();
  return (...inputs: Inputs): Drawn => {
    const key = JSON.stringify(inputs);
    const drawn = kept.get(key) ?? draw(...inputs);
    kept.set(key, drawn);
    return drawn;
  };
}

/** The draws that the recipe names. */
export function trainingOf(recipe: Recipe, draw: Draw = anew): Training {
  const { seed, settings, examples } = recipe;
  const masks = trainingMasks(recipe, draw);
  return {
    initialWeights: draw.weights(seed, recipe.weights, { inputFeatures: 1, units: settings.units }),
    windows: examples.windows,
    targets: examples.targets,
    batchOrder: draw.batchOrder(seed, recipe.batches, {
      samples: examples.windows.samples,
      batchSize: batchSizeOf(recipe),
      steps: settings.trainingSteps,
    }),
    learningRate: settings.learningRate,
    ...(settings.clipNorm === undefined ? {} : { clipNorm: settings.clipNorm }),
    ...(masks === undefined ? {} : { recurrentDropoutMasks: masks }),
  };
}

/** A part of a short series may have fewer examples than a batch takes. */
const batchSizeOf = ({ settings, examples }: Recipe): number =>
  Math.min(settings.batchSize, examples.windows.samples);

function trainingMasks(recipe: Recipe, draw: Draw): DropoutMask[] | undefined {
  const { seed, settings, dropout } = recipe;
  if (dropout === undefined) return undefined;
  return draw.dropoutMasks(seed, dropout.index, {
    samples: batchSizeOf(recipe),
    units: settings.units,
    rate: dropout.rate,
    count: settings.trainingSteps,
  });
}

/** What a run of that number draws anew. */
export const drawnFor = (recipe: Recipe, run: number): Recipe => ({
  ...recipe,
  weights: run,
  batches: run,
});
