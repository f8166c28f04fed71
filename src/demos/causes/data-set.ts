import { openStream, type Engine } from '../../lstm/index.ts';
import { clean, spoil, zeroForMissing } from '../dirt.ts';
import { draws } from '../draws.ts';
import { rootMeanSquaredError } from '../measure.ts';
import { rows, type Demo, type Given, type Plan } from '../plan.ts';
import { trainingOf, usualRecipe, usualSettings, type Recipe } from '../recipe.ts';
import { trainedOnce, type Model } from '../request.ts';
import { retrainedBy, retrainPlan, usualQuestion } from '../retrain.ts';
import {
  elsewhere,
  forecastExamples,
  joinExamples,
  makeSeries,
  pickExamples,
  trainingExamples,
  type Examples,
} from '../task.ts';

/** Share of the examples in each random training subset. */
const subsetShare = 0.4;

/** Other random training subset each time; fixed by a saved split. */
function samplingPlan(engine: Engine, seed: string, runs: number, given?: Given): Plan {
  const vary = (recipe: Recipe, run: number): Recipe => ({
    ...recipe,
    examples: drawSubset(seed, run, recipe.examples),
  });
  return retrainPlan(engine, seed, runs, vary, given);
}

export function drawSubset(seed: string, run: number, examples: Examples): Examples {
  const { samples } = examples.windows;
  const order = openStream(seed, 'data', draws.data.anew + run).permutation(samples);
  const picked = order.slice(0, Math.round(subsetShare * samples));
  return pickExamples(
    examples,
    picked.toSorted((a, b) => a - b),
  );
}

/** Asked about data from elsewhere: wrong, but the same each time. Fixed by training data that covers it. */
function shiftPlan(engine: Engine, seed: string, runs: number): Plan {
  const { timeSteps } = usualSettings;
  const shifted = makeSeries(seed, elsewhere);
  const { windows, targets: target } = forecastExamples(shifted, timeSteps);
  const recipe = usualRecipe(seed);
  const covering: Recipe = {
    ...recipe,
    examples: joinExamples(recipe.examples, trainingExamples(shifted, timeSteps)),
  };
  const trained = trainedOnce(engine, () => trainingOf(recipe));
  const trainedOnBoth = trainedOnce(engine, () => trainingOf(covering));
  const askRepeatedly = (model: Model) => ({
    rows: rows(engine, runs, () => ({ model, request: { kind: 'next', windows } })),
    target,
    repeats: true as const,
  });
  const familiarData = forecastExamples(makeSeries(seed), timeSteps);
  return {
    before: askRepeatedly(trained),
    after: askRepeatedly(trainedOnBoth),
    measure: 'error',
    yardstick: () =>
      rootMeanSquaredError(
        [engine.predict(trained.weights(), familiarData.windows)],
        familiarData.targets,
      ),
  };
}

/** The same series with other gaps and errors each time; fixed (in part) by cleaning before training. */
function dirtyPlan(engine: Engine, seed: string, runs: number): Plan {
  const { timeSteps } = usualSettings;
  const recipe = usualRecipe(seed);
  const question = usualQuestion(seed, timeSteps);
  const side = (prepare: (series: readonly number[]) => number[]) => ({
    rows: rows(engine, runs, (run) => {
      const series = prepare(
        spoil(makeSeries(seed), openStream(seed, 'data', draws.data.anew + run)),
      );
      const examples = trainingExamples(series, timeSteps);
      return retrainedBy(engine, { ...recipe, examples }, question);
    }),
    target: question.target,
  });
  return {
    before: side(zeroForMissing),
    after: side(clean),
    measure: 'spread',
    retrains: true,
  };
}

export const dataSet: Demo<'data-set'> = {
  sampling: { defaultRuns: 20, watch: 'training', takesData: true, plan: samplingPlan },
  shift: { defaultRuns: 5, watch: 'training', plan: shiftPlan },
  dirty: { defaultRuns: 20, watch: 'training', plan: dirtyPlan },
};
