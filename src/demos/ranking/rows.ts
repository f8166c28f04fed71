import {
  openStream,
  type CallConditions,
  type Engine,
  type LstmWeights,
} from '../../lstm/index.ts';
import { drawSubset } from '../causes/data-set.ts';
import { callWithDropout, dropoutRate, dropoutRecipe } from '../causes/dropout.ts';
import { train, usualRecipe, usualSettings, type Recipe } from '../recipe.ts';
import { usualQuestion } from '../retrain.ts';

/** Everything one forecast depends on. Every row starts from the same one and changes one thing of it. */
export interface Trial {
  readonly recipe: Recipe;
  /** Length of the windows that the trained model is asked about. */
  readonly timeSteps: number;
  /** Which draw of masks is left on in the call; in inference mode if undefined. */
  readonly maskedCall?: number;
}

/** By chance, or by choice: then the bar is as long as the range that the setting is drawn from. */
export type Nature = 'chance' | 'setting';

interface RankedCause {
  readonly nature: Nature;
  /** The trial with this cause drawn anew for the run, and everything else as it was. */
  readonly vary: (trial: Trial, run: number) => Trial;
}

/** Ranges of the settings, both ends included. The usual values lie within. */
export const drawnFrom = {
  learningRate: { low: 0.005, high: 0.05 },
  timeSteps: { low: usualSettings.timeSteps / 2, high: 2 * usualSettings.timeSteps },
} as const;

/** Draws of the settings stream from here on are window lengths; those before are learning rates. */
const firstLength = 1000;

/** The rows of `all`. One more cause is one more line; the row of all together varies it too. */
export const rankedCauses = {
  'initial-weights': chance(({ recipe }, run) => ({ recipe: { ...recipe, weights: run } })),
  'batch-order': chance(({ recipe }, run) => ({ recipe: { ...recipe, batches: run } })),
  'dropout-training': chance(({ recipe }, run) => ({
    recipe: { ...recipe, dropout: { index: run, rate: dropoutRate } },
  })),
  'dropout-left-on': chance((_trial, run) => ({ maskedCall: run })),
  'data-set': chance(({ recipe }, run) => ({
    recipe: { ...recipe, examples: drawSubset(recipe.seed, run, recipe.examples) },
  })),
  'learning-rate': setting(({ recipe }, run) => ({
    recipe: {
      ...recipe,
      settings: { ...recipe.settings, learningRate: drawLearningRate(recipe.seed, run) },
    },
  })),
  'time-steps': setting(({ recipe }, run) => ({ timeSteps: drawTimeSteps(recipe.seed, run) })),
} satisfies Record<string, RankedCause>;

export type RankedId = keyof typeof rankedCauses;

type Change = (trial: Trial, run: number) => Partial<Trial>;

function chance(change: Change): RankedCause {
  return { nature: 'chance', vary: (trial, run) => ({ ...trial, ...change(trial, run) }) };
}

function setting(change: Change): RankedCause {
  return { ...chance(change), nature: 'setting' };
}

/** Evenly on a logarithmic scale; to three digits, because the last bit of a power may differ between machines. */
function drawLearningRate(seed: string, run: number): number {
  const { low, high } = drawnFrom.learningRate;
  const share = openStream(seed, 'settings', run).uniform();
  return Number((low * (high / low) ** share).toPrecision(3));
}

function drawTimeSteps(seed: string, run: number): number {
  const { low, high } = drawnFrom.timeSteps;
  const share = openStream(seed, 'settings', firstLength + run).uniform();
  return low + Math.floor(share * (high - low + 1));
}

/** What all rows start from: the recipe of the dropout demo, so that dropout too is one thing among others. */
export const usualTrial = (seed: string): Trial => ({
  recipe: dropoutRecipe(usualRecipe(seed), 0),
  timeSteps: usualSettings.timeSteps,
});

/** Forecasts, [forecastLength] each. A recipe that stays the same object is trained once. */
export function createForecaster(engine: Engine): (trial: Trial) => Float32Array {
  const trained = new WeakMap<Recipe, LstmWeights>();
  return ({ recipe, timeSteps, maskedCall }) => {
    const weights = trained.get(recipe) ?? train(engine, recipe);
    trained.set(recipe, weights);
    const { windows } = usualQuestion(recipe.seed, timeSteps);
    const sizes = { samples: windows.samples, units: recipe.settings.units };
    const conditions: CallConditions =
      maskedCall === undefined ? {} : callWithDropout(recipe.seed, maskedCall, sizes);
    return engine.predict(weights, windows, conditions);
  };
}
