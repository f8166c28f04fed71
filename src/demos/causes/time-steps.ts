import type { Engine, Windows } from '../../lstm/index.ts';
import { once, rows, type Demo, type Plan, type Row } from '../plan.ts';
import { train, usualRecipe, usualSettings } from '../recipe.ts';
import { steps } from '../settings.ts';
import { forecastExamples, longestWindow, makeSeries, type Examples } from '../task.ts';

const askedWith = (seed: string, timeSteps: number): Examples =>
  forecastExamples(makeSeries(seed), timeSteps);

/** ONE trained model asked about the same end points; what is varied is the window that leads up to them. */
function windowPlan(
  engine: Engine,
  seed: string,
  runs: number,
  windowOf: (run: number) => { label: string; windows: Windows },
): Plan {
  const { windows: usual, targets: target } = askedWith(seed, usualSettings.timeSteps);
  const trained = once(() => train(engine, usualRecipe(seed)));
  const varied = Array.from({ length: runs }, (_, run): Row => {
    const { label, windows } = windowOf(run);
    return { label, group: 0, output: () => engine.predict(trained(), windows) };
  });
  return {
    before: { rows: varied, target },
    after: { rows: rows(runs, () => engine.predict(trained(), usual)), target },
    measure: 'spread',
  };
}

const lengths = steps(3, 3, longestWindow);
const padding = steps(0, 1, longestWindow - usualSettings.timeSteps);

/** 3, 6, 9, 12 ... time steps, ending at the same point; the model was trained with 12. */
function lengthPlan(engine: Engine, seed: string, runs: number): Plan {
  return windowPlan(engine, seed, runs, (run) => {
    const timeSteps = lengths(run, runs);
    return { label: String(timeSteps), windows: askedWith(seed, timeSteps).windows };
  });
}

/** The same 12 values with 0, 1, 2 ... zeros after them, as careless padding without a mask leaves them. */
function alignmentPlan(engine: Engine, seed: string, runs: number): Plan {
  const { windows } = askedWith(seed, usualSettings.timeSteps);
  return windowPlan(engine, seed, runs, (run) => {
    const zeros = padding(run, runs);
    return { label: `+${zeros}`, windows: padBehind(windows, zeros) };
  });
}

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
  length: { defaultRuns: 6, plan: lengthPlan },
  alignment: { defaultRuns: 4, plan: alignmentPlan },
};
