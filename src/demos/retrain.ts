import type { Engine } from '../lstm/index.ts';
import { forecastAhead, questionOf, type Question } from './forecast.ts';
import { rows, type Plan } from './plan.ts';
import { train, trainingOf, usualRecipe, type Recipe } from './recipe.ts';
import { retrained, type RunDescription } from './request.ts';
import { makeSeries } from './task.ts';

export const usualQuestion = (seed: string, timeSteps: number): Question =>
  questionOf(makeSeries(seed), timeSteps);

/** A run that trains by the recipe and continues the series. */
export const retrainedBy = (
  engine: Engine,
  recipe: Recipe,
  { known }: Question,
): RunDescription => ({
  model: retrained(engine, () => trainingOf(recipe)),
  request: { kind: 'continue', known },
});

/** Trains by the recipe and continues the series in inference mode, [forecastLength]. */
export function trainAndForecast(
  engine: Engine,
  recipe: Recipe,
  { known } = usualQuestion(recipe.seed, recipe.settings.timeSteps),
): Float32Array {
  return forecastAhead(engine, train(engine, recipe), known);
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
    rows: rows(engine, runs, (run) => retrainedBy(engine, recipeOf(run), question)),
    target: question.target,
  });
  return {
    before: side((run) => vary(recipe, run)),
    after: { ...side(() => vary(recipe, 0)), repeats: true },
    measure: 'spread',
  };
}
