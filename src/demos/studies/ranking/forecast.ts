import {
  openStream,
  type CallConditions,
  type Engine,
  type LstmState,
  type LstmWeights,
  type Training,
} from '../../../lstm/index.ts';
import { otherRequests, servesOthers } from '../../causes/carried-state.ts';
import { callWithDropout } from '../../causes/dropout.ts';
import { draws } from '../../draws.ts';
import { continuationOf, forecastAll } from '../../forecast.ts';
import { shareDraws, trainingOf, type Recipe } from '../../recipe.ts';
import { renumberUnits } from '../../renumber.ts';

/** Everything one forecast depends on. Every row starts from the same one and changes one thing of it. */
export interface Trial {
  readonly recipe: Recipe;
  /** Length of the windows that the trained model is asked about. */
  readonly timeSteps: number;
  /** After which training step the file was saved that is loaded; after the last one if undefined. */
  readonly savedAfter?: number;
  /** Which draw of dropout masks is left on in the call; in inference mode if undefined. */
  readonly maskedCall?: number;
  /** Which order of other people's requests left its state behind; the state is reset if undefined. */
  readonly requestsBefore?: number;
  /** Which numbering the hidden units have: the same function, but sums are added up in another order. */
  readonly renumbering?: number;
}

/**
 * What each trial forecasts, [trials][forecastLength]; all models are trained and asked together. A recipe that stays the same
 * object is trained once, and the files of its training are its checkpoints; a copy of it is trained again.
 */
export function forecastTrials(engine: Engine, trials: readonly Trial[]): Float32Array[] {
  const modelOf = trainModels(engine, trials);
  return forecastAll(
    engine,
    trials.map((trial) => {
      const { recipe, timeSteps } = trial;
      const weights = numbered(modelOf(trial), trial);
      const initialState = stateLeft(engine, weights, trial);
      return {
        weights,
        known: continuationOf(recipe.task, timeSteps).known,
        conditions: { ...masks(trial), ...(initialState && { initialState }) },
        length: recipe.task.forecastLength,
      };
    }),
  );
}

const stepsOf = ({ recipe, savedAfter }: Trial): number =>
  savedAfter ?? recipe.settings.trainingSteps;

/** Trains each recipe for as many steps as any trial asks for. Returns where to find the model of a trial. */
function trainModels(engine: Engine, trials: readonly Trial[]): (trial: Trial) => LstmWeights {
  const asked = new Map<Recipe, Set<number>>();
  for (const trial of trials)
    asked.set(trial.recipe, (asked.get(trial.recipe) ?? new Set()).add(stepsOf(trial)));
  const draw = shareDraws();
  const wanted = [...asked].map(([recipe, steps]) => ({
    recipe,
    hasFiles: steps.size > 1,
    training: upTo(Math.max(...steps), trainingOf(recipe, draw)),
  }));
  const trainOf = (hasFiles: boolean, train: (trainings: Training[]) => LstmWeights[][]) => {
    const some = wanted.filter((each) => each.hasFiles === hasFiles);
    const models = train(some.map(({ training }) => training));
    return some.map(({ recipe }, at) => [recipe, models[at] ?? []] as const);
  };
  /** Of each recipe the model at its end, or after every step. */
  const models = new Map([
    ...trainOf(false, (trainings) => engine.trainAll(trainings).map((end) => [end])),
    ...trainOf(true, (trainings) => engine.trainAllWithCheckpoints(trainings, 1)),
  ]);
  return (trial) => {
    const all = models.get(trial.recipe) ?? [];
    const weights = all.length === 1 ? all[0] : all[stepsOf(trial) - 1];
    if (!weights) throw new Error('A trial asks for a model that was not trained.');
    return weights;
  };
}

/** The same training, stopped after so many steps. */
function upTo(steps: number, training: Training): Training {
  const { batchOrder, recurrentDropoutMasks } = training;
  return {
    ...training,
    batchOrder: batchOrder.slice(0, steps),
    ...(recurrentDropoutMasks && {
      recurrentDropoutMasks: recurrentDropoutMasks.slice(0, steps),
    }),
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
