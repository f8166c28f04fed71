import {
  openStream,
  type CallConditions,
  type Engine,
  type LstmState,
  type LstmWeights,
} from '../../../lstm/index.ts';
import { otherRequests, servesOthers } from '../../causes/carried-state.ts';
import { callWithDropout } from '../../causes/dropout.ts';
import { draws } from '../../draws.ts';
import { continuationOf, forecastAhead } from '../../forecast.ts';
import { train, type Recipe } from '../../recipe.ts';
import { renumberUnits } from '../../renumber.ts';

/** Everything one forecast depends on. Every row starts from the same one and changes one thing of it. */
export interface Trial {
  readonly recipe: Recipe;
  /** Length of the windows that the trained model is asked about. */
  readonly timeSteps: number;
  /** Which draw of dropout masks is left on in the call; in inference mode if undefined. */
  readonly maskedCall?: number;
  /** Which order of other people's requests left its state behind; the state is reset if undefined. */
  readonly requestsBefore?: number;
  /** Which numbering the hidden units have: the same function, but sums are added up in another order. */
  readonly renumbering?: number;
}

/** Forecasts, [forecastLength] each. A recipe that stays the same object is trained once. */
export function createForecaster(engine: Engine): (trial: Trial) => Float32Array {
  const trained = new WeakMap<Recipe, LstmWeights>();
  return (trial) => {
    const { recipe, timeSteps } = trial;
    const original = trained.get(recipe) ?? train(engine, recipe);
    trained.set(recipe, original);
    const weights = numbered(original, trial);
    const initialState = stateLeft(engine, weights, trial);
    const { known } = continuationOf(recipe.task, timeSteps);
    const conditions = { ...masks(trial), ...(initialState && { initialState }) };
    return forecastAhead(engine, weights, known, conditions, recipe.task.forecastLength);
  };
}

function numbered(weights: LstmWeights, { recipe, renumbering }: Trial): LstmWeights {
  if (renumbering === undefined) return weights;
  const stream = openStream(recipe.seed, 'weights', draws.weights.rankedNumberings + renumbering);
  return renumberUnits(weights, stream.permutation(recipe.settings.units));
}

function masks({ recipe, maskedCall }: Trial): CallConditions {
  const sizes = { samples: recipe.task.forecastLength, units: recipe.settings.units };
  return maskedCall === undefined ? {} : callWithDropout(recipe.seed, maskedCall, sizes);
}

function stateLeft(
  engine: Engine,
  weights: LstmWeights,
  { recipe, requestsBefore }: Trial,
): LstmState | undefined {
  if (requestsBefore === undefined) return undefined;
  const stream = openStream(recipe.seed, 'data', draws.data.rankedRequests + requestsBefore);
  return servesOthers(recipe.task)(
    (windows, initialState) => engine.forward(weights, windows, { initialState }).finalState,
    stream.permutation(otherRequests),
  ).state;
}
