import type { Engine } from '../lstm/index.ts';
import { continuationOf, forecastAhead, type Question } from './forecast.ts';
import { rows, type Given, type Plan } from './plan.ts';
import { train, trainingOf, usualRecipe, type Recipe } from './recipe.ts';
import { retrained, type RunDescription } from './request.ts';
import { toyTask } from './task.ts';

export const usualQuestion = (seed: string, timeSteps: number): Question =>
  continuationOf(toyTask(seed), timeSteps);

/** A run that trains by the recipe and continues the series. */
export const retrainedBy = (
  engine: Engine,
  recipe: Recipe,
  { known, target }: Question,
): RunDescription => ({
  model: retrained(engine, () => trainingOf(recipe)),
  request: { kind: 'continue', known, length: target.length },
});

/** Trains by the recipe and continues the series in inference mode, [forecastLength]. */
export function trainAndForecast(
  engine: Engine,
  recipe: Recipe,
  { known, target } = continuationOf(recipe.task, recipe.settings.timeSteps),
): Float32Array {
  return forecastAhead(engine, train(engine, recipe), known, {}, target.length);
}

/** Before: trained `runs` times with one thing varied. After: trained `runs` times by the same recipe. */
export function retrainPlan(
  engine: Engine,
  seed: string,
  runs: number,
  vary: (recipe: Recipe, run: number) => Recipe,
  { task }: Given = {},
): Plan {
  const recipe = usualRecipe(seed, task);
  // Made once: `vary` leaves the seed and the time steps alone.
  const question = continuationOf(recipe.task, recipe.settings.timeSteps);
  const side = (recipeOf: (run: number) => Recipe) => ({
    rows: rows(engine, runs, (run) => retrainedBy(engine, recipeOf(run), question)),
    target: question.target,
  });
  return {
    before: side((run) => vary(recipe, run)),
    after: { ...side(() => vary(recipe, 0)), repeats: true },
    measure: 'spread',
  };
}
