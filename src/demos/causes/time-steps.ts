import type { Engine, Windows } from '../../lstm/index.ts';
import type { Demo, Plan } from '../plan.ts';
import { trainingOf, usualRecipe, usualSettings } from '../recipe.ts';
import { trainedOnce, type RunDescription } from '../request.ts';
import { whole, type Sweep } from '../settings.ts';
import { sweepPlan } from '../sweep.ts';
import { forecastExamples, longestWindow, makeSeries, type Examples } from '../task.ts';

const askedWith = (seed: string, timeSteps: number): Examples =>
  forecastExamples(makeSeries(seed), timeSteps);

/** How the window that leads up to the same end points is varied. */
interface Knob {
  readonly values: Sweep;
  readonly windows: (seed: string, value: number) => Windows;
  /** As it was in training. */
  readonly usual: number;
}

/** ONE trained model asked about the same end points; what is varied is the window that leads up to them. */
function windowPlan(engine: Engine, seed: string, runs: number, knob: Knob): Plan {
  const model = trainedOnce(engine, () => trainingOf(usualRecipe(seed)));
  const asked = (value: number): RunDescription => ({
    model,
    request: { kind: 'next', windows: knob.windows(seed, value) },
  });
  const settings = knob.values(runs).map((value) => ({
    label: String(value),
    runs: [() => asked(value)],
  }));
  const { targets } = askedWith(seed, usualSettings.timeSteps);
  const { usual } = knob;
  const plan = sweepPlan(engine, settings, targets, {
    of: 'error',
    usual: () => String(usual),
  });
  return { ...plan, held: () => asked(usual) };
}

/** 4, 8, 12 ... time steps, ending at the same point. */
const length: Knob = {
  values: whole(4, longestWindow),
  windows: (seed, value) => askedWith(seed, value).windows,
  usual: usualSettings.timeSteps,
};

/** The same values with 0, 4, 8 ... zeros after them, as careless padding without a mask leaves them. */
const alignment: Knob = {
  values: whole(0, longestWindow - usualSettings.timeSteps),
  windows: (seed, zeros) => padBehind(askedWith(seed, usualSettings.timeSteps).windows, zeros),
  usual: 0,
};

function padBehind(windows: Windows, zeros: number): Windows {
  const timeSteps = windows.timeSteps + zeros;
  const values = new Float32Array(windows.samples * timeSteps);
  for (let sample = 0; sample < windows.samples; sample++) {
    const start = sample * windows.timeSteps;
    values.set(windows.values.subarray(start, start + windows.timeSteps), sample * timeSteps);
  }
  return { ...windows, values, timeSteps };
}

export const timeSteps: Demo<'time-steps'> = {
  length: {
    defaultRuns: 16,
    watch: 'calls',
    plan: (engine, seed, runs) => windowPlan(engine, seed, runs, length),
  },
  alignment: {
    defaultRuns: 11,
    watch: 'calls',
    plan: (engine, seed, runs) => windowPlan(engine, seed, runs, alignment),
  },
};
