import type { Engine } from '../../../lstm/index.ts';
import { ofVariant } from '../../ids.ts';
import { hashOutputs, measure, rootMeanSquaredError } from '../../measure.ts';
import { countRuns, type ReportProgress } from '../../progress.ts';
import { drawnFor, usualRecipe } from '../../recipe.ts';
import { replayCode } from '../../replay.ts';
import type { DemoParameters, PairedComparison } from '../../result.ts';
import { trainAndForecast, usualQuestion } from '../../retrain.ts';
import { comparePairs } from './pairs.ts';
import { comparedSettings } from './settings.ts';

/** What is compared, for scripts. */
export const metric =
  'RMSE of a forecast 60 time steps ahead, fed back, on values after the training data';

/**
 * Trains both values of a setting with the same seeds: run `i` of both takes draw `i` of the initial weights, the batch order
 * and the dropout masks, as far as their shapes allow. The series is the same for all, as people's data are. Why not one run
 * each: Reimers & Gurevych (EMNLP 2017) trained LSTMs for tagging whose scores differed significantly by the seed alone.
 */
export async function runPaired(
  engine: Engine,
  parameters: DemoParameters<'compare'>,
  onProgress: ReportProgress,
): Promise<PairedComparison> {
  const { seed, runs } = parameters;
  const { apply, values: range } = ofVariant({ compare: comparedSettings }, parameters);
  const values = parameters.values ?? range.usual;
  const [a, b] = values;
  const usual = usualRecipe(seed);
  const target = usualQuestion(seed, usual.settings.timeSteps).target;
  const countRun = countRuns(2 * runs + 2, onProgress);
  const forecast = async (value: number, run: number) => {
    const output = trainAndForecast(engine, apply(drawnFor(usual, run), value));
    await countRun();
    return output;
  };
  const collect = async (value: number) => {
    const outputs: Float32Array[] = [];
    for (let run = 0; run < runs; run++) outputs.push(await forecast(value, run));
    return outputs;
  };

  const [ofA, ofB] = [await collect(a), await collect(b)];
  const again = [await forecast(a, 0), await forecast(b, 0)];

  const rowsOf = (value: number, group: number, count: number) =>
    Array.from({ length: count }, () => ({ label: String(value), group }));
  const before = measure({ rows: [...rowsOf(a, 0, runs), ...rowsOf(b, 1, runs)], target }, [
    ...ofA,
    ...ofB,
  ]);
  const after = measure({ rows: [...rowsOf(a, 0, 2), ...rowsOf(b, 1, 2)], target }, [
    ...ofA.slice(0, 1),
    ...again.slice(0, 1),
    ...ofB.slice(0, 1),
    ...again.slice(1),
  ]);
  const errorsOf = (outputs: readonly Float32Array[]) =>
    outputs.map((output) => rootMeanSquaredError([output], target));
  const errors = [errorsOf(ofA), errorsOf(ofB)] as const;
  const hash = hashOutputs([...ofA, ...ofB, ...again]);
  return {
    ...parameters,
    kind: 'paired',
    cause: 'compare',
    values,
    engine: engine.name,
    errors,
    verdict: comparePairs(...errors),
    before,
    after,
    hash,
    replay: replayCode({ ...parameters, values, engine: engine.name, hash }),
  };
}
