import type { Engine } from '../../lstm/index.ts';
import { once, type Demo, type Plan, type Row, type Variant } from '../plan.ts';
import { usualRecipe, type Settings } from '../recipe.ts';
import { trainAndForecast, usualQuestion } from '../retrain.ts';
import { geometric, steps, type Sweep } from '../settings.ts';

/** How one setting is varied. */
interface Knob {
  readonly value: Sweep;
  readonly apply: (value: number) => Partial<Settings>;
}

/**
 * Before: the same seed with other settings. After: every setting trained a second time and compared with its own
 * first training. The setting acts, chance doesn't. A setting that comes again in many runs is not trained again.
 */
function settingPlan(engine: Engine, seed: string, runs: number, knob: Knob): Plan {
  const recipe = usualRecipe(seed);
  const { target } = usualQuestion(seed, recipe.settings.timeSteps);
  const values = Array.from({ length: runs }, (_, run) => knob.value(run, runs));
  const distinct = [...new Set(values)].map((value) => {
    const varied = { ...recipe, settings: { ...recipe.settings, ...knob.apply(value) } };
    const trainAgain = () => trainAndForecast(engine, varied);
    return { value, label: String(value), first: once(trainAgain), again: trainAgain };
  });
  const before = values.flatMap((value) =>
    distinct
      .filter((setting) => setting.value === value)
      .map(({ label, first }): Row => ({ label, group: 0, output: first })),
  );
  const after = distinct.flatMap(({ label, first, again }, group): Row[] => [
    { label, group, output: first },
    { label, group, output: again },
  ]);
  return { before: { rows: before, target }, after: { rows: after, target }, measure: 'spread' };
}

const learningRate: Knob = {
  value: geometric(0.005, 0.05),
  apply: (value) => ({ learningRate: value }),
};

const hiddenUnits: Knob = {
  value: steps(4, 4, 80),
  apply: (value) => ({ units: value }),
};

const clipping: Knob = {
  value: geometric(0.01, 1),
  apply: (value) => ({ clipNorm: value }),
};

const variant = (knob: Knob): Variant => ({
  defaultRuns: 5,
  plan: (engine, seed, runs) => settingPlan(engine, seed, runs, knob),
});

export const hyperparameters: Demo<'hyperparameters'> = {
  'learning-rate': variant(learningRate),
  'hidden-units': variant(hiddenUnits),
  clipping: variant(clipping),
};
