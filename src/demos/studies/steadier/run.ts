import { openStream, type Engine } from '../../../lstm/index.ts';
import { continuationOf } from '../../forecast.ts';
import { hashOutputs, measure, rootMeanSquaredError } from '../../measure.ts';
import { inGroups, runsAtOnce, type Outputs, type Pieces } from '../../pieces.ts';
import { drawnFor, usualRecipe, usualSettings } from '../../recipe.ts';
import { replayCode } from '../../replay.ts';
import type { Averaged, Averages, DemoParameters } from '../../result.ts';
import { answerAll } from '../../request.ts';
import { retrainedBy } from '../../retrain.ts';
import { ascending, deviationOf, quantile, sumsOf } from '../../statistics.ts';
import { taskOf, timeStepsOf, type Task } from '../../task.ts';

/** How many models are averaged. */
export const averaged = [1, 2, 5, 10, 20] as const;

/** The one of the fixed seed is trained as often. */
export const repeats = 5;

/** Trains `runs` models, each from its own initial weights in its own batch order, and averages the forecasts of k at a time. */
export function averagesPieces(engine: Engine, parameters: DemoParameters): Pieces<Averages> {
  const { seed, runs } = parameters;
  const task = taskOf(parameters);
  const recipe = usualRecipe(seed, task);
  const question = continuationOf(task, recipe.settings.timeSteps);
  const recipes = [
    ...Array.from({ length: runs }, (_, run) => drawnFor(recipe, run)),
    ...Array.from({ length: repeats }, () => recipe),
  ];
  const groups = inGroups(recipes, runsAtOnce(engine));
  return {
    runs: groups.map(({ length }) => length),
    compute: (piece) => {
      const group = groups[piece] ?? [];
      return answerAll(
        engine,
        group.map((each) => retrainedBy(engine, each, question)),
      );
    },
    result: (pieces) => {
      const outputs = pieces.flat();
      const [single, fixed] = [outputs.slice(0, runs), outputs.slice(runs)];
      return averagesFrom(single, fixed, task, { ...parameters, engine: engine.name });
    },
  };
}

/** `single`: of as many models; `fixed`: of one of them, trained again and again. */
function averagesFrom(
  single: Outputs,
  fixed: Outputs,
  task: Task,
  about: DemoParameters & Pick<Averages, 'engine'>,
): Averages {
  const { target } = continuationOf(task, usualSettings.timeSteps);
  const side = (outputs: Outputs) =>
    measure(
      { rows: outputs.map((_, run) => ({ label: String(run + 1), group: 0 })), target },
      outputs,
    );
  const hash = hashOutputs([...single, ...fixed]);
  return {
    ...about,
    kind: 'averages',
    cause: 'steadier',
    timeSteps: timeStepsOf(task),
    rows: averaged.map((models): Averaged => {
      const outputs = averagesOf(single, models);
      const error = rootMeanSquaredError(outputs, target);
      const range = rangeIfIndependent(single, models, about.seed);
      return { models, outputs, deviation: deviationOf(outputs), range, error };
    }),
    before: side(single),
    after: side(fixed),
    hash,
    replay: replayCode({ ...about, hash }),
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
export const averagesOf = (outputs: Outputs, models: number): Outputs =>
  Array.from({ length: Math.floor(outputs.length / models) }, (_, group) => {
    const members = outputs.slice(group * models, (group + 1) * models);
    return new Float32Array(sumsOf(members).map((sum) => sum / models));
  });
