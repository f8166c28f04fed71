import { drawDropoutMasks, type CallConditions, type Engine } from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { rows, type Demo, type Given, type Plan } from '../plan.ts';
import { trainingOf, usualRecipe, type Recipe } from '../recipe.ts';
import { trainedOnce } from '../request.ts';
import { retrainPlan } from '../retrain.ts';
import { nextOf } from '../task.ts';

/** Share of the hidden units that is dropped. */
export const dropoutRate = 0.1;

/** ONE trained model, called again and again: dropout left on (other masks), then inference mode. */
function inferencePlan(engine: Engine, seed: string, runs: number, { task }: Given = {}): Plan {
  const recipe = dropoutRecipe(usualRecipe(seed, task), draws.dropout.training);
  const { windows, targets: target } = nextOf(recipe.task, recipe.settings.timeSteps);
  const model = trainedOnce(engine, () => trainingOf(recipe));
  const withDropout = (run: number) =>
    callWithDropout(seed, run, { samples: windows.samples, units: recipe.settings.units });
  return {
    before: {
      rows: rows(engine, runs, (run) => ({
        model,
        request: { kind: 'next', windows, conditions: withDropout(run) },
      })),
      target,
    },
    after: {
      rows: rows(engine, runs, () => ({ model, request: { kind: 'next', windows } })),
      target,
    },
    measure: 'spread',
  };
}

/** The masks of one call with dropout left on. */
export function callWithDropout(
  seed: string,
  run: number,
  sizes: { samples: number; units: number },
): CallConditions {
  const draw = { ...sizes, rate: dropoutRate, count: 1 };
  const [recurrentDropoutMask] = drawDropoutMasks(seed, draws.dropout.calls + run, draw);
  return recurrentDropoutMask ? { recurrentDropoutMask } : {};
}

export const dropoutRecipe = (recipe: Recipe, index: number): Recipe => ({
  ...recipe,
  dropout: { index, rate: dropoutRate },
});

export const dropout: Demo<'dropout'> = {
  inference: { defaultRuns: 30, watch: 'calls', takesData: true, plan: inferencePlan },
  training: {
    defaultRuns: 20,
    watch: 'training',
    takesData: true,
    plan: (engine, seed, runs, given) => retrainPlan(engine, seed, runs, dropoutRecipe, given),
  },
};
