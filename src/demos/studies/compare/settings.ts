import type { SettingId } from '../../ids.ts';
import type { Form, ValueRange } from '../../plan.ts';
import type { Recipe, Settings } from '../../recipe.ts';
import { examplesOf } from '../../task.ts';

/** A setting of which /compare takes two values. */
interface ComparedSetting {
  readonly values: ValueRange;
  /** The recipe with that value, and everything else as it was. */
  readonly apply: (recipe: Recipe, value: number) => Recipe;
}

const withSettings = (recipe: Recipe, changed: Partial<Settings>): Recipe => ({
  ...recipe,
  settings: { ...recipe.settings, ...changed },
});

/** The highest values of hidden units and training steps are such that 200 runs end before the usual deadline. */
export const comparedSettings: Readonly<Record<SettingId, ComparedSetting>> = {
  'learning-rate': {
    values: {
      low: 0.0001,
      high: 1,
      whole: false,
      usual: [0.005, 0.02],
      choices: [0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1],
    },
    apply: (recipe, learningRate) => withSettings(recipe, { learningRate }),
  },
  'hidden-units': {
    values: { low: 1, high: 32, whole: true, usual: [12, 16], choices: [4, 8, 12, 16, 24, 32] },
    apply: (recipe, units) => withSettings(recipe, { units }),
  },
  window: {
    values: { low: 1, high: 64, whole: true, usual: [12, 24], choices: [6, 12, 18, 24, 32, 48] },
    apply: (recipe, timeSteps) => ({
      ...withSettings(recipe, { timeSteps }),
      examples: examplesOf(recipe.task, timeSteps),
    }),
  },
  clipping: {
    values: {
      low: 0,
      high: 10,
      whole: false,
      usual: [0, 0.1],
      choices: [0, 0.01, 0.05, 0.1, 0.5, 1],
    },
    // As in most people's code: no threshold, no clipping.
    apply: (recipe, clipNorm) => (clipNorm === 0 ? recipe : withSettings(recipe, { clipNorm })),
  },
  'dropout-rate': {
    values: {
      low: 0,
      high: 0.9,
      whole: false,
      usual: [0, 0.1],
      choices: [0, 0.05, 0.1, 0.2, 0.3, 0.5],
    },
    apply: (recipe, rate) =>
      rate === 0 ? recipe : { ...recipe, dropout: { index: recipe.weights, rate } },
  },
  'training-steps': {
    values: {
      low: 1,
      high: 1000,
      whole: true,
      usual: [200, 300],
      choices: [50, 100, 200, 300, 400, 800],
    },
    apply: (recipe, trainingSteps) => withSettings(recipe, { trainingSteps }),
  },
};

const formFor = (id: SettingId): Form => ({
  defaultRuns: 30,
  watch: 'training',
  takesData: true,
  compares: comparedSettings[id].values,
});

export const comparedForms: Readonly<Record<SettingId, Form>> = {
  'learning-rate': formFor('learning-rate'),
  'hidden-units': formFor('hidden-units'),
  window: formFor('window'),
  clipping: formFor('clipping'),
  'dropout-rate': formFor('dropout-rate'),
  'training-steps': formFor('training-steps'),
};
