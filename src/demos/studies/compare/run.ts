import type { Engine } from '../../../lstm/index.ts';
import { ofVariant } from '../../ids.ts';
import { continuationOf } from '../../forecast.ts';
import { hashOutputs, measure, rootMeanSquaredError } from '../../measure.ts';
import {
  piecesOfRows,
  runsAtOnce,
  trainedTogether,
  type Outputs,
  type OutputsOf,
  type Pieces,
} from '../../pieces.ts';
import { describedRow, type Row } from '../../plan.ts';
import { drawnFor, usualRecipe } from '../../recipe.ts';
import { replayCode } from '../../replay.ts';
import type { DemoParameters, PairedComparison } from '../../result.ts';
import { retrainedBy } from '../../retrain.ts';
import { taskOf } from '../../task.ts';
import { comparePairs } from './pairs.ts';
import { comparedSettings } from './settings.ts';

/** What is compared, for scripts. */
export const metric =
  'RMSE of a forecast 60 time steps ahead, fed back, on values after the training data';

/** What is trained for two values: run `i` of each, and the first of each once more. */
export interface PairedPlan {
  readonly values: readonly [a: number, b: number];
  readonly target: Float32Array;
  readonly a: readonly Row[];
  readonly b: readonly Row[];
  readonly again: readonly Row[];
}

/** The outputs of a plan's rows, or of the first pairs of them. */
export type PairedOutputs = Readonly<Record<'a' | 'b' | 'again', Outputs>>;

/**
 * Both values of a setting with the same seeds: run `i` of both takes draw `i` of the initial weights, the batch order
 * and the dropout masks, as far as their shapes allow. The series is the same for all, as people's data are. Why not one run
 * each: Reimers & Gurevych (EMNLP 2017) trained LSTMs for tagging whose scores differed significantly by the seed alone.
 */
export function pairedPlan(engine: Engine, parameters: DemoParameters<'compare'>): PairedPlan {
  const { seed, runs } = parameters;
  const { apply, values: range } = ofVariant({ compare: comparedSettings }, parameters);
  const values = parameters.values ?? range.usual;
  const usual = usualRecipe(seed, taskOf(parameters));
  const trained = (value: number, run: number): Row => {
    const question = continuationOf(usual.task, apply(usual, value).settings.timeSteps);
    return describedRow(engine, { label: String(value), group: 0 }, () =>
      retrainedBy(engine, apply(drawnFor(usual, run), value), question),
    );
  };
  const [a, b] = values;
  const all = (value: number) => Array.from({ length: runs }, (_, run) => trained(value, run));
  return {
    values,
    target: continuationOf(usual.task, usual.settings.timeSteps).target,
    a: all(a),
    b: all(b),
    again: [trained(a, 0), trained(b, 0)],
  };
}

/** `outputsOf`: what rows give, where that is known otherwise; so many of them are asked for at once. */
export function pairedPieces(
  engine: Engine,
  parameters: DemoParameters<'compare'>,
  plan: PairedPlan = pairedPlan(engine, parameters),
  outputsOf: OutputsOf = trainedTogether(engine),
  atOnce = runsAtOnce(engine),
): Pieces<PairedComparison> {
  const { values } = plan;
  return {
    ...piecesOfRows([...plan.a, ...plan.b, ...plan.again], outputsOf, atOnce),
    result: (pieces) => {
      const { runs } = parameters;
      const all = pieces.flat();
      const hash = hashOutputs(all);
      return {
        ...parameters,
        kind: 'paired',
        cause: 'compare',
        values,
        engine: engine.name,
        ...pairedFigures(plan, {
          a: all.slice(0, runs),
          b: all.slice(runs, 2 * runs),
          again: all.slice(2 * runs),
        }),
        hash,
        replay: replayCode({ ...parameters, values, engine: engine.name, hash }),
      };
    },
  };
}

/** What the outputs say. */
export function pairedFigures(
  { values: [a, b], target }: PairedPlan,
  { a: ofA, b: ofB, again }: PairedOutputs,
) {
  const rowsOf = (value: number, group: number, count: number) =>
    Array.from({ length: count }, () => ({ label: String(value), group }));
  const rows = [...rowsOf(a, 0, ofA.length), ...rowsOf(b, 1, ofB.length)];
  const before = measure({ rows, target }, [...ofA, ...ofB]);
  const after = measure({ rows: [...rowsOf(a, 0, 2), ...rowsOf(b, 1, 2)], target }, [
    ...ofA.slice(0, 1),
    ...again.slice(0, 1),
    ...ofB.slice(0, 1),
    ...again.slice(1),
  ]);
  const errorsOf = (outputs: Outputs) =>
    outputs.map((output) => rootMeanSquaredError([output], target));
  const errors = [errorsOf(ofA), errorsOf(ofB)] as const;
  return { errors, verdict: comparePairs(...errors), before, after };
}
