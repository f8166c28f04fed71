import type { Engine } from '../../../lstm/index.ts';
import { continuationOf } from '../../forecast.ts';
import { rankedIds } from '../../ids.ts';
import { hashOutputs, measure, rootMeanSquaredError } from '../../measure.ts';
import { inGroups, type Outputs, type Pieces } from '../../pieces.ts';
import { replayCode } from '../../replay.ts';
import type { Condition, DemoParameters, RankedRow, Ranking, Size } from '../../result.ts';
import { taskOf, timeStepsOf } from '../../task.ts';
import { forecastTrials, type Trial } from './forecast.ts';
import { rankedCauses, usualTrial } from './rows.ts';
import { measureSizes } from './size.ts';

/**
 * Every cause alone, then all of them together, then none; as many runs of each. The runs come in pairs: each pair has a
 * series, initial weights, batches and masks of its own, so that no single series or model decides the order; the two runs
 * of a pair differ in the cause alone. A person's own series is the same for all pairs. Each piece is a pair.
 */
export function rankingPieces(engine: Engine, parameters: DemoParameters): Pieces<Ranking> {
  const { seed, runs } = parameters;
  const own = parameters.data && taskOf(parameters);
  const pairs = inGroups(
    Array.from({ length: runs }, (_, run) => run),
    2,
  );
  const usualOf = (pair: number): Trial => usualTrial(`${seed}.${pair + 1}`, own);
  return {
    runs: pairs.map((pair) => conditions * pair.length),
    compute: (pair) => forecastTrials(engine, trialsOf(usualOf(pair), pairs[pair] ?? [])),
    result: (pieces) => {
      const outputsOf = (condition: number) =>
        pieces.flatMap((outputs, pair) => {
          const size = pairs[pair]?.length ?? 0;
          return outputs.slice(condition * size, (condition + 1) * size);
        });
      const targets = pieces.map((_, pair) => {
        const { recipe, timeSteps } = usualOf(pair);
        return continuationOf(recipe.task, timeSteps).target;
      });
      return rankingFrom(
        Array.from({ length: conditions }, (_, at) => outputsOf(at)),
        targets,
        {
          ...parameters,
          engine: engine.name,
        },
      );
    },
  };
}

/** Each cause alone, all of them together, and none. */
const conditions = rankedIds.length + 2;

/** Those of a pair, condition by condition. */
function trialsOf(usual: Trial, pair: readonly number[]): Trial[] {
  return [
    ...rankedIds.flatMap((id) => pair.map((run) => rankedCauses[id].vary(usual, run))),
    ...pair.map((run) => rankedIds.reduce((trial, id) => rankedCauses[id].vary(trial, run), usual)),
    // The first run without a cause has the model that the others vary; the second one trains a copy of its recipe.
    ...pair.map((_, at) => (at === 0 ? usual : { ...usual, recipe: { ...usual.recipe } })),
  ];
}

/** [conditions][runs] */
function rankingFrom(
  outputs: readonly Outputs[],
  targets: readonly Float32Array[],
  about: DemoParameters & Pick<Ranking, 'engine'>,
): Ranking {
  const [together = [], control = []] = outputs.slice(rankedIds.length);
  const sizes = measureSizes(outputs.slice(0, -1), about.seed);
  const none: Size = { deviation: Number.NaN, low: Number.NaN, high: Number.NaN };
  const ranked = rankedIds.map((id, row): RankedRow => ({
    id,
    nature: rankedCauses[id].nature,
    outputs: outputs[row] ?? [],
    ...(sizes[row] ?? none),
  }));
  const hash = hashOutputs(outputs.flat());
  return {
    ...about,
    kind: 'ranking',
    cause: 'all',
    timeSteps: timeStepsOf(taskOf(about)),
    rows: ranked.toSorted((a, b) => b.deviation - a.deviation),
    together: sizes.at(-1) ?? none,
    targets,
    before: sideOf(together, targets),
    after: sideOf(control, targets),
    hash,
    replay: replayCode({ ...about, hash }),
  };
}

const pairOf = (run: number): number => Math.floor(run / 2);

/** Rows of one pair are compared with each other, and each with the target of its own series. */
function sideOf(outputs: Outputs, targets: readonly Float32Array[]): Condition {
  const [target = new Float32Array()] = targets;
  const rows = outputs.map((_, run) => ({ label: String(run + 1), group: pairOf(run) }));
  const fromTargets = outputs.map((row, run) =>
    row.map((value, at) => value - (targets[pairOf(run)]?.[at] ?? Number.NaN)),
  );
  const error = rootMeanSquaredError(
    fromTargets,
    target.map(() => 0),
  );
  return { ...measure({ rows, target }, outputs), error };
}
