import type { Engine } from '../../../lstm/index.ts';
import { continuationOf } from '../../forecast.ts';
import { rankedIds } from '../../ids.ts';
import { hashOutputs, measure, rootMeanSquaredError } from '../../measure.ts';
import { countRuns, type ReportProgress } from '../../progress.ts';
import { replayCode } from '../../replay.ts';
import type { Condition, DemoParameters, RankedRow, Ranking, Size } from '../../result.ts';
import { taskOf, timeStepsOf } from '../../task.ts';
import { createForecaster, type Trial } from './forecast.ts';
import { rankedCauses, usualTrial } from './rows.ts';
import { measureSizes } from './size.ts';

/**
 * Every cause alone, then all of them together, then none; as many runs of each. The runs come in pairs: each pair has a
 * series, initial weights, batches and masks of its own, so that no single series or model decides the order; the two runs
 * of a pair differ in the cause alone. A person's own series is the same for all pairs.
 */
export async function runRanking(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress,
): Promise<Ranking> {
  const { seed, runs } = parameters;
  const own = parameters.data && taskOf(parameters);
  const pairs = Array.from({ length: Math.ceil(runs / 2) }, (_, pair) =>
    usualTrial(`${seed}.${pair + 1}`, own),
  );
  const usualOf = (run: number): Trial => pairs[pairOf(run)] ?? usualTrial(seed, own);
  const forecast = createForecaster(engine);
  const countRun = countRuns((rankedIds.length + 2) * runs, onProgress);
  const collect = async (trialOf: (run: number) => Trial) => {
    const outputs: Float32Array[] = [];
    for (let run = 0; run < runs; run++) {
      outputs.push(forecast(trialOf(run)));
      await countRun();
    }
    return outputs;
  };

  const alone: Float32Array[][] = [];
  for (const id of rankedIds)
    alone.push(await collect((run) => rankedCauses[id].vary(usualOf(run), run)));
  const together = await collect((run) =>
    rankedIds.reduce((trial, id) => rankedCauses[id].vary(trial, run), usualOf(run)),
  );
  // Copies, so that each is trained.
  const control = await collect((run) => {
    const usual = usualOf(run);
    return { ...usual, recipe: { ...usual.recipe } };
  });

  const sizes = measureSizes([...alone, together], seed);
  const none: Size = { deviation: Number.NaN, low: Number.NaN, high: Number.NaN };
  const ranked = rankedIds.map((id, row): RankedRow => ({
    id,
    nature: rankedCauses[id].nature,
    outputs: alone[row] ?? [],
    ...(sizes[row] ?? none),
  }));
  const targets = pairs.map(
    ({ recipe, timeSteps }) => continuationOf(recipe.task, timeSteps).target,
  );
  const hash = hashOutputs([...alone.flat(), ...together, ...control]);
  return {
    ...parameters,
    kind: 'ranking',
    cause: 'all',
    engine: engine.name,
    timeSteps: timeStepsOf(taskOf(parameters)),
    rows: ranked.toSorted((a, b) => b.deviation - a.deviation),
    together: sizes.at(-1) ?? none,
    targets,
    before: sideOf(together, targets),
    after: sideOf(control, targets),
    hash,
    replay: replayCode({ ...parameters, engine: engine.name, hash }),
  };
}

const pairOf = (run: number): number => Math.floor(run / 2);

/** Rows of one pair are compared with each other, and each with the target of its own series. */
function sideOf(outputs: readonly Float32Array[], targets: readonly Float32Array[]): Condition {
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
