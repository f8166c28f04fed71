import { openStream, type Engine } from '../../../lstm/index.ts';
import { continuationOf } from '../../forecast.ts';
import { hashOutputs, measure, rootMeanSquaredError } from '../../measure.ts';
import { countRuns, type ReportProgress } from '../../progress.ts';
import { drawnFor, usualRecipe, type Recipe } from '../../recipe.ts';
import { replayCode } from '../../replay.ts';
import type { Averaged, Averages, DemoParameters } from '../../result.ts';
import { trainAndForecast } from '../../retrain.ts';
import { ascending, column, deviationOf, mean, quantile } from '../../statistics.ts';
import { taskOf, timeStepsOf } from '../../task.ts';

/** How many models are averaged. */
export const averaged = [1, 2, 5, 10, 20] as const;

/** The one of the fixed seed is trained as often. */
export const repeats = 5;

/** Trains `runs` models, each from its own initial weights in its own batch order, and averages the forecasts of k at a time. */
export async function runAverages(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress,
): Promise<Averages> {
  const { seed, runs } = parameters;
  const task = taskOf(parameters);
  const recipe = usualRecipe(seed, task);
  const target = continuationOf(task, recipe.settings.timeSteps).target;
  const countRun = countRuns(runs + repeats, onProgress);
  const collect = async (count: number, recipeOf: (run: number) => Recipe) => {
    const outputs: Float32Array[] = [];
    for (let run = 0; run < count; run++) {
      outputs.push(trainAndForecast(engine, recipeOf(run)));
      await countRun();
    }
    return outputs;
  };
  const single = await collect(runs, (run) => drawnFor(recipe, run));
  const fixed = await collect(repeats, () => recipe);

  const side = (outputs: readonly Float32Array[]) =>
    measure(
      { rows: outputs.map((_, run) => ({ label: String(run + 1), group: 0 })), target },
      outputs,
    );
  const hash = hashOutputs([...single, ...fixed]);
  return {
    ...parameters,
    kind: 'averages',
    cause: 'steadier',
    engine: engine.name,
    timeSteps: timeStepsOf(task),
    rows: averaged.map((models): Averaged => {
      const outputs = averagesOf(single, models);
      const error = rootMeanSquaredError(outputs, target);
      const range = rangeIfIndependent(single, models, seed);
      return { models, outputs, deviation: deviationOf(outputs), range, error };
    }),
    before: side(single),
    after: side(fixed),
    hash,
    replay: replayCode({ ...parameters, engine: engine.name, hash }),
  };
}

const resamples = 200;

/**
 * What the deviation of as many averages would mostly be for independent models: the models are drawn anew with replacement
 * (Efron & Tibshirani, An Introduction to the Bootstrap, 1993), averaged and measured in the same way.
 */
function rangeIfIndependent(
  single: readonly Float32Array[],
  models: number,
  seed: string,
): readonly [number, number] {
  const stream = openStream(seed, 'bootstrap', models);
  const pick = () => single[Math.floor(stream.uniform() * single.length)] ?? new Float32Array();
  const deviations = ascending(
    Array.from({ length: resamples }, () => deviationOf(averagesOf(single.map(pick), models))),
  );
  return [quantile(deviations, 0.025), quantile(deviations, 0.975)];
}

/** Averages of `models` outputs each, in order; what is left over is in none. */
export const averagesOf = (
  outputs: readonly Float32Array[],
  models: number,
): readonly Float32Array[] =>
  Array.from({ length: Math.floor(outputs.length / models) }, (_, group) => {
    const members = outputs.slice(group * models, (group + 1) * models);
    return Float32Array.from(members[0] ?? [], (_value, at) => mean(column(members, at)));
  });
