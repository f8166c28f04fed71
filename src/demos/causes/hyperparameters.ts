import type { Engine } from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { continuationOf } from '../forecast.ts';
import type { Demo, Given, Plan, Variant } from '../plan.ts';
import { usualRecipe, usualSettings, type Recipe, type Settings } from '../recipe.ts';
import { retrainedBy } from '../retrain.ts';
import { geometric, wholeRatios, type Sweep } from '../settings.ts';
import { sweepPlan } from '../sweep.ts';

/** How one setting is varied. */
interface Knob {
  readonly values: Sweep;
  readonly apply: (value: number) => Partial<Settings>;
  /** What the other demos use, if they use it at all. */
  readonly usual?: number;
}

/** Other initial weights with which each setting is trained too: what a seed does stands beside what the setting does. */
const otherSeeds = 4;

/** The same seed with other settings. */
function settingPlan(
  engine: Engine,
  seed: string,
  runs: number,
  knob: Knob,
  { task }: Given = {},
): Plan {
  const recipe = usualRecipe(seed, task);
  const question = continuationOf(recipe.task, recipe.settings.timeSteps);
  const settings = knob.values(runs).map((value) => {
    const varied = { ...recipe, settings: { ...recipe.settings, ...knob.apply(value) } };
    const from = (weights: number): Recipe => ({ ...varied, weights });
    const starts = Array.from({ length: 1 + otherSeeds }, (_, i) => draws.weights.shared + i);
    return {
      label: String(value),
      runs: starts.map((start) => () => retrainedBy(engine, from(start), question)),
    };
  });
  const { usual } = knob;
  const plan = sweepPlan(engine, settings, question.target, {
    of: 'error',
    ...(usual !== undefined && { usual: () => String(usual) }),
  });
  return { ...plan, retrains: true };
}

export const knobs = {
  'learning-rate': {
    values: geometric(0.002, 0.1),
    apply: (value) => ({ learningRate: value }),
    usual: usualSettings.learningRate,
  },
  'hidden-units': {
    values: wholeRatios(2, 32),
    apply: (value) => ({ units: value }),
    usual: usualSettings.units,
  },
  clipping: {
    values: geometric(0.01, 1),
    apply: (value) => ({ clipNorm: value }),
  },
} as const satisfies Record<string, Knob>;

/** How often each setting is trained: from each of the initial weights, and the first once more. */
export const trainingsOfSetting = 1 + otherSeeds + 1;

const variant = (knob: Knob): Variant => ({
  defaultRuns: 6,
  watch: 'training',
  takesData: true,
  plan: (engine, seed, runs, given) => settingPlan(engine, seed, runs, knob, given),
});

export const hyperparameters: Demo<'hyperparameters'> = {
  'learning-rate': variant(knobs['learning-rate']),
  'hidden-units': variant(knobs['hidden-units']),
  clipping: variant(knobs.clipping),
};
