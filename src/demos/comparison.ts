import type { CauseId } from '../ids.ts';
import type { Engine } from '../lstm/index.ts';
import { demos } from './catalogue.ts';
import { ofVariant } from './ids.ts';
import { figuresOf, focusOn, hashOutputs, measure } from './measure.ts';
import type { Side } from './plan.ts';
import { countRuns, type ReportProgress } from './progress.ts';
import { replayCode } from './replay.ts';
import type { Comparison, DemoParameters } from './result.ts';
import { forecastTimeSteps } from './task.ts';

/** One cause at work, then held fixed. `present`: the engines of this machine, for a demo that compares them. */
export async function runComparison(
  engine: Engine,
  parameters: DemoParameters<CauseId>,
  onProgress: ReportProgress,
  present: () => Promise<readonly Engine[]>,
): Promise<Comparison> {
  const { plan: planFor, comparesEngines } = ofVariant(demos, parameters);
  const others = comparesEngines ? await present() : [];
  const compared = [engine, ...others.filter(({ name }) => name !== engine.name)];
  const engines = comparesEngines && { engines: compared.map(({ name }) => name) };
  const plan = planFor(engine, parameters.seed, parameters.runs, compared);
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
    kind: 'comparison',
    engine: engine.name,
    ...engines,
    timeSteps: forecastTimeSteps,
    before,
    after,
    measure: plan.measure,
    focus: focusOn(before, after, plan.measure),
    ...(plan.yardstick && { yardstick: plan.yardstick() }),
    ...(plan.sweep && { sweep: figuresOf(plan.sweep, before, after) }),
    ...(plan.rounding && { rounding: { ...plan.rounding, exact: plan.rounding.exact() } }),
    hash,
    replay: replayCode({ ...parameters, engine: engine.name, ...engines, hash }),
  };
}
