import type { Engine } from '../../lstm/index.ts';
import { once, type Demo, type Plan, type Row } from '../plan.ts';
import { usualRecipe, type Settings } from '../recipe.ts';
import { trainAndForecast, usualQuestion } from '../retrain.ts';

/** How one setting is varied: its value in run `run` of `runs`, lowest first. */
interface Knob {
  readonly value: (run: number, runs: number) => number;
  readonly apply: (value: number) => Partial<Settings>;
}

/**
 * Before: the same seed with other settings. After: every setting trained a second time and compared with its own
 * first training. The setting acts, chance doesn't.
 */
function settingPlan(engine: Engine, seed: string, runs: number, knob: Knob): Plan {
  const recipe = usualRecipe(seed);
  const target = usualQuestion(seed, recipe.settings.timeSteps).targets;
  const settings = Array.from({ length: runs }, (_, run) => {
    const value = knob.value(run, runs);
    const varied = { ...recipe, settings: { ...recipe.settings, ...knob.apply(value) } };
    const trainAgain = () => trainAndForecast(engine, varied);
    return { label: String(value), first: once(trainAgain), again: trainAgain };
  });
  const before = settings.map(({ label, first }): Row => ({ label, group: 0, output: first }));
  const after = settings.flatMap(({ label, first, again }, group): Row[] => [
    { label, group, output: first },
    { label, group, output: again },
  ]);
  return { before: { rows: before, target }, after: { rows: after, target }, measure: 'spread' };
}

/** From `lowest` to `highest` in equal ratios, rounded to two significant digits. */
const geometric = (lowest: number, highest: number) => (run: number, runs: number) =>
  Number((lowest * (highest / lowest) ** (run / (runs - 1))).toPrecision(2));

const learningRate: Knob = {
  value: geometric(0.005, 0.05),
  apply: (value) => ({ learningRate: value }),
};

const hiddenUnits: Knob = {
  value: (run) => 4 + 4 * run,
  apply: (value) => ({ units: value }),
};

const clipping: Knob = {
  value: geometric(0.01, 1),
  apply: (value) => ({ clipNorm: value }),
};

const variant = (id: string, knob: Knob) => ({
  id,
  defaultRuns: 5,
  plan: (engine: Engine, seed: string, runs: number) => settingPlan(engine, seed, runs, knob),
});

export const hyperparameters: Demo = {
  cause: 'hyperparameters',
  variants: [
    variant('learning-rate', learningRate),
    variant('hidden-units', hiddenUnits),
    variant('clipping', clipping),
  ],
};
