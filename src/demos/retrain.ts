import type { Engine } from '../lstm/index.ts';
import { continuationOf, type Question } from './forecast.ts';
import { once } from './once.ts';
import { rows, type Given, type Plan } from './plan.ts';
import { trainingOf, usualRecipe, type Recipe } from './recipe.ts';
import { retrained, type RunDescription } from './request.ts';
import { toyTask } from './task.ts';

export const usualQuestion = (seed: string, timeSteps: number): Question =>
  continuationOf(toyTask(seed), timeSteps);

/** A run that trains by the recipe and continues the series. */
export const retrainedBy = (
  engine: Engine,
  recipe: Recipe,
  { known, target }: Question,
  training = () => trainingOf(recipe),
): RunDescription => ({
  model: retrained(engine, training),
  request: { kind: 'continue', known, length: target.length },
});

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
  const side = (describe: (run: number) => RunDescription) => ({
    rows: rows(engine, runs, describe),
    target: question.target,
  });
  const fixed = vary(recipe, 0);
  // Drawn once, and trained in every run.
  const held = retrainedBy(
    engine,
    fixed,
    question,
    once(() => trainingOf(fixed)),
  );
  return {
    before: side((run) => retrainedBy(engine, vary(recipe, run), question)),
    after: { ...side(() => held), repeats: true },
    measure: 'spread',
    retrains: true,
  };
}
