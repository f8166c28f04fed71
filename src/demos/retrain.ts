import type { Engine } from '../lstm/index.ts';
import { rows, type Plan } from './plan.ts';
import { train, usualRecipe, type Recipe } from './recipe.ts';
import { forecastExamples, makeSeries, type Examples } from './task.ts';

/** The forecasts to ask of a trained model: the end of the series, which it has not seen. */
export const usualQuestion = (seed: string, timeSteps: number): Examples =>
  forecastExamples(makeSeries(seed), timeSteps);

/** Trains by the recipe and forecasts in inference mode, [forecastLength]. */
export function trainAndForecast(
  engine: Engine,
  recipe: Recipe,
  question = usualQuestion(recipe.seed, recipe.settings.timeSteps),
): Float32Array {
  return engine.predict(train(engine, recipe), question.windows);
}

/** Before: trained `runs` times with one thing varied. After: trained `runs` times by the same recipe. */
export function retrainPlan(
  engine: Engine,
  seed: string,
  runs: number,
  vary: (recipe: Recipe, run: number) => Recipe,
): Plan {
  const recipe = usualRecipe(seed);
  // Made once: `vary` leaves the seed and the time steps alone.
  const question = usualQuestion(seed, recipe.settings.timeSteps);
  const side = (recipeOf: (run: number) => Recipe) => ({
    rows: rows(runs, (run) => trainAndForecast(engine, recipeOf(run), question)),
    target: question.targets,
  });
  return {
    before: side((run) => vary(recipe, run)),
    after: side(() => vary(recipe, 0)),
    measure: 'spread',
  };
}
