import type { Engine } from '../lstm/index.ts';
import { variantOf } from './catalogue.ts';
import { focusOn, hashOutputs, measure } from './measure.ts';
import type { Side } from './plan.ts';
import { countRuns, type ReportProgress } from './progress.ts';
import { replayCode } from './replay.ts';
import type { DemoParameters, DemoResult } from './result.ts';
import { forecastLength, longestWindow, trainingLength } from './task.ts';

/**
 * Runs a demo. Pure: the same parameters and the same engine give the same bytes. Progress counts runs, both sides
 * together.
 */
export async function runDemo(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress = () => {},
): Promise<DemoResult> {
  const plan = variantOf(parameters).plan(engine, parameters.seed, parameters.runs);
  const countRun = countRuns(plan.before.rows.length + plan.after.rows.length, onProgress);
  const runSide = async (side: Side) => {
    const outputs: Float32Array[] = [];
    for (const row of side.rows) {
      outputs.push(row.output());
      await countRun();
    }
    return measure(side, outputs);
  };
  const before = await runSide(plan.before);
  const after = await runSide(plan.after);
  const hash = hashOutputs([...before.outputs, ...after.outputs]);
  return {
    ...parameters,
    engine: engine.name,
    timeSteps: Array.from({ length: forecastLength }, (_, i) => trainingLength + longestWindow + i),
    before,
    after,
    measure: plan.measure,
    focus: focusOn(before, after, plan.measure),
    hash,
    replay: replayCode({ ...parameters, engine: engine.name, hash }),
  };
}
