import { timeSteps as timeStepsOfRequests } from './causes/carried-state.ts';
import { knobs, trainingsOfSetting } from './causes/hyperparameters.ts';
import { formOf } from './catalogue.ts';
import { ofVariant, type ByVariant } from './ids.ts';
import { checkParameters } from './parameters.ts';
import { usualRecipe, usualSettings, type Settings } from './recipe.ts';
import type { DemoParameters } from './result.ts';
import { comparedSettings } from './studies/compare/settings.ts';
import { growthSettings } from './studies/growth/run.ts';
import { repeats } from './studies/steadier/run.ts';

/** In multiplications: all batches have the same size; beside the units there are one input feature and the bias. */
const workOf = ({ trainingSteps, timeSteps, units }: Settings): number =>
  trainingSteps * timeSteps * units * (units + 2);

/** How much a training with these settings is, in usual ones. */
const sizeOf = (changed: Partial<Settings>): number =>
  workOf({ ...usualSettings, ...changed }) / workOf(usualSettings);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

type Trainings = (parameters: DemoParameters) => number;

/** One model, called again and again. */
const one: Trainings = () => 1;
const shortWindows: Trainings = () => sizeOf({ timeSteps: timeStepsOfRequests });
/** Trained again in every run, before and after. */
const everyRun: Trainings = ({ runs }) => 2 * runs;

const everySetting =
  (variant: keyof typeof knobs): Trainings =>
  ({ runs }) => {
    const knob = knobs[variant];
    return trainingsOfSetting * sum(knob.values(runs).map((value) => sizeOf(knob.apply(value))));
  };

const compared =
  (setting: keyof typeof comparedSettings): Trainings =>
  ({ runs, values = comparedSettings[setting].values.usual }) => {
    const { apply } = comparedSettings[setting];
    return (runs + 1) * sum(values.map((value) => sizeOf(apply(usualRecipe(''), value).settings)));
  };

/** Training steps of one epoch: the smooth task has 216 examples with the usual windows, the other 512 of 5 numbers. */
const { units, epochs } = growthSettings;
const smooth = sizeOf({ units, trainingSteps: 6 * epochs });
const sign = sizeOf({ units, trainingSteps: 16 * epochs, timeSteps: 5 });

/** How many usual trainings each demo does. A test counts them. */
const trainings: ByVariant<Trainings> = {
  'initial-weights': { retrain: everyRun },
  'batch-order': { retrain: everyRun },
  dropout: { inference: one, training: everyRun },
  'time-steps': { length: one, alignment: one },
  hyperparameters: {
    'learning-rate': everySetting('learning-rate'),
    'hidden-units': everySetting('hidden-units'),
    clipping: everySetting('clipping'),
  },
  'data-set': { sampling: everyRun, shift: () => 2, dirty: everyRun },
  'carried-state': { 'between-calls': shortWindows, 'within-predict': shortWindows },
  'floating-point': { engines: one, 'batch-size': one, 'addition-order': one },
  'saved-model': { 'not-loaded': one, 'wrong-epoch': one, scaler: one },
  // A pair of runs: the model that all rows start from, twice; five rows with two of their own; and all causes together, which
  // stop somewhere in the second half of the training.
  all: { ranking: ({ runs }) => (2 + 5 * 2 + 1.5) * (runs / 2) },
  butterfly: { 'one-bit': ({ runs }) => 3 * runs * (smooth + sign) },
  steadier: { averages: ({ runs }) => runs + repeats },
  compare: {
    'learning-rate': compared('learning-rate'),
    'hidden-units': compared('hidden-units'),
    window: compared('window'),
    clipping: compared('clipping'),
    'dropout-rate': compared('dropout-rate'),
    'training-steps': compared('training-steps'),
  },
};

/** How many trainings with the usual settings a demo is worth. */
export const trainingsOf = (parameters: DemoParameters): number =>
  ofVariant(trainings, parameters)(parameters);

const usual = { cause: 'initial-weights', variant: 'retrain' } as const;
const usualTrainings = trainingsOf({ ...usual, runs: formOf(usual).defaultRuns, seed: '' });

/**
 * Measured in processor time: the forecasts on the way of a run that is watched while it trains take as long as so many usual
 * trainings, and the pictures of an animation as so many.
 */
const forecastsOnTheWay = 1.5;
const pictures = 55;
/** More trainings than these aren't watched: two values with 30 runs each, and the first of both again. */
const mostWatched = 62;

/** What watching a demo adds to it, in usual trainings. */
function watchingOf(parameters: DemoParameters): number {
  if (formOf(parameters).watch !== 'training') return pictures;
  return pictures + forecastsOnTheWay * Math.min(trainingsOf(parameters), mostWatched);
}

/** Measured in the same way: butterfly asks its models after every epoch, which makes each of its trainings so much longer. */
const askedEveryEpoch = 1.7;

const workOfRuns = (parameters: DemoParameters): number =>
  trainingsOf(parameters) * (parameters.cause === 'butterfly' ? askedEveryEpoch : 1);

/** What a demo costs, in usual demos: those that train again in every run, as often as they do by default. */
export const costOf = (parameters: DemoParameters, isWatched = false): number =>
  (workOfRuns(parameters) + (isWatched ? watchingOf(parameters) : 0)) / usualTrainings;

/** The largest number of runs, at most those asked for, with which it costs no more; undefined if even the fewest cost more. */
export function mostRunsFor(
  parameters: DemoParameters,
  mostCost: number,
  isWatched = false,
): number | undefined {
  for (let { runs } = parameters; checkParameters({ ...parameters, runs }).ok; runs--)
    if (costOf({ ...parameters, runs }, isWatched) <= mostCost) return runs;
  return undefined;
}
