import { openStream } from '../../../lstm/index.ts';
import { drawSubset } from '../../causes/data-set.ts';
import { dropoutRate, dropoutRecipe } from '../../causes/dropout.ts';
import { draws } from '../../draws.ts';
import { usualRecipe, usualSettings, type Settings } from '../../recipe.ts';
import type { RankedId } from '../../ids.ts';
import type { Nature } from '../../result.ts';
import type { Task } from '../../task.ts';
import type { Trial } from './forecast.ts';

interface RankedCause {
  readonly nature: Nature;
  /** The trial with this cause drawn anew for the run, and everything else as it was. */
  readonly vary: (trial: Trial, run: number) => Trial;
}

/** What all rows start from: the recipe of the dropout demo, so that dropout too is one thing among others. */
export const usualTrial = (seed: string, task?: Task): Trial => ({
  recipe: dropoutRecipe(usualRecipe(seed, task), 0),
  timeSteps: usualSettings.timeSteps,
});

const { trainingSteps } = usualTrial('').recipe.settings;

/** Ranges of the settings, both ends included. */
export const drawnFrom = {
  learningRate: { low: 0.005, high: 0.05 },
  timeSteps: { low: usualSettings.timeSteps / 2, high: 2 * usualSettings.timeSteps },
  /** That of the training, from which the window is drawn away. */
  usualTimeSteps: usualSettings.timeSteps,
  /** After which training steps the wrong file was saved; the right one is saved one step after the last of these. */
  savedAfter: { low: trainingSteps / 2, high: trainingSteps - 1 },
} as const;

/** What each row of the ranking varies. The row of all together varies all of it. */
export const rankedCauses: Readonly<Record<RankedId, RankedCause>> = {
  'initial-weights': chance(({ recipe }, run) => ({ recipe: { ...recipe, weights: run } })),
  'batch-order': chance(({ recipe }, run) => ({ recipe: { ...recipe, batches: run } })),
  'dropout-training': chance(({ recipe }, run) => ({
    recipe: { ...recipe, dropout: { index: run, rate: dropoutRate } },
  })),
  'dropout-left-on': chance((_trial, run) => ({ maskedCall: run })),
  'data-set': chance(({ recipe }, run) => ({
    recipe: { ...recipe, examples: drawSubset(recipe.seed, run, recipe.examples) },
  })),
  'carried-state': chance((_trial, run) => ({ requestsBefore: run })),
  'floating-point': chance((_trial, run) => ({ renumbering: run })),
  'learning-rate': setting((trial, run) =>
    withSettings(trial, {
      learningRate: drawLearningRate(trial.recipe.seed, draws.settings.learningRates + run),
    }),
  ),
  'time-steps': setting(({ recipe }, run) => ({
    timeSteps: drawWhole(recipe.seed, draws.settings.windowLengths + run, drawnFrom.timeSteps),
  })),
  'saved-model': setting(({ recipe }, run) => ({
    savedAfter: drawWhole(recipe.seed, draws.settings.savedAfter + run, drawnFrom.savedAfter),
  })),
};

type Change = (trial: Trial, run: number) => Partial<Trial>;

function chance(change: Change): RankedCause {
  return { nature: 'chance', vary: (trial, run) => ({ ...trial, ...change(trial, run) }) };
}

function setting(change: Change): RankedCause {
  return { ...chance(change), nature: 'setting' };
}

const withSettings = ({ recipe }: Trial, changed: Partial<Settings>): Partial<Trial> => ({
  recipe: { ...recipe, settings: { ...recipe.settings, ...changed } },
});

/** Evenly on a logarithmic scale; to three digits, because the last bit of a power may differ between machines. */
function drawLearningRate(seed: string, index: number): number {
  const { low, high } = drawnFrom.learningRate;
  const share = openStream(seed, 'settings', index).uniform();
  return Number((low * (high / low) ** share).toPrecision(3));
}

function drawWhole(
  seed: string,
  index: number,
  { low, high }: { low: number; high: number },
): number {
  return low + Math.floor(openStream(seed, 'settings', index).uniform() * (high - low + 1));
}
