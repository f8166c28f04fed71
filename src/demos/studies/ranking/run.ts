import type { Engine } from '../../../lstm/index.ts';
import { rankedIds } from '../../ids.ts';
import { hashOutputs, measure } from '../../measure.ts';
import { countRuns, type ReportProgress } from '../../progress.ts';
import { replayCode } from '../../replay.ts';
import type { DemoParameters, RankedRow, Ranking, Size } from '../../result.ts';
import { usualQuestion } from '../../retrain.ts';
import { forecastTimeSteps } from '../../task.ts';
import { createForecaster, type Trial } from './forecast.ts';
import { rankedCauses, usualTrial } from './rows.ts';
import { measureSizes } from './size.ts';

/** Every cause alone, then all of them together, then none; as many runs of each. */
export async function runRanking(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress,
): Promise<Ranking> {
  const { seed, runs } = parameters;
  const usual = usualTrial(seed);
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
  for (const id of rankedIds) alone.push(await collect((run) => rankedCauses[id].vary(usual, run)));
  const together = await collect((run) =>
    rankedIds.reduce((trial, id) => rankedCauses[id].vary(trial, run), usual),
  );
  // Copies, so that each is trained.
  const control = await collect(() => ({ ...usual, recipe: { ...usual.recipe } }));

  const sizes = measureSizes([...alone, together], seed);
  const none: Size = { deviation: Number.NaN, low: Number.NaN, high: Number.NaN };
  const ranked = rankedIds.map((id, row): RankedRow => ({
    id,
    nature: rankedCauses[id].nature,
    outputs: alone[row] ?? [],
    ...(sizes[row] ?? none),
  }));
  const { target } = usualQuestion(seed, usual.timeSteps);
  const side = (outputs: readonly Float32Array[]) =>
    measure(
      { rows: outputs.map((_, run) => ({ label: String(run + 1), group: 0 })), target },
      outputs,
    );
  const hash = hashOutputs([...alone.flat(), ...together, ...control]);
  return {
    ...parameters,
    kind: 'ranking',
    cause: 'all',
    engine: engine.name,
    timeSteps: forecastTimeSteps,
    rows: ranked.toSorted((a, b) => b.deviation - a.deviation),
    together: sizes.at(-1) ?? none,
    before: side(together),
    after: side(control),
    hash,
    replay: replayCode({ ...parameters, engine: engine.name, hash }),
  };
}
