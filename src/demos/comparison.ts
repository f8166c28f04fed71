import type { CauseId } from '../ids.ts';
import type { Engine } from '../lstm/index.ts';
import { demos } from './catalogue.ts';
import { ofVariant } from './ids.ts';
import { figuresOf, focusOn, hashOutputs, measure } from './measure.ts';
import type { Plan, Row, Side } from './plan.ts';
import { countRuns, type ReportProgress } from './progress.ts';
import { replayCode } from './replay.ts';
import type { Comparison, DemoParameters } from './result.ts';
import { taskOf, timeStepsOf } from './task.ts';

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
  const task = taskOf(parameters);
  const plan = planFor(engine, parameters.seed, parameters.runs, { present: compared, task });
  return runPlan(plan, { ...parameters, engine: engine.name, ...engines }, onProgress);
}

/** Runs all rows of a plan. `outputOf`: what a row gives, where that is known otherwise. */
export async function runPlan(
  plan: Plan,
  about: DemoParameters<CauseId> & Pick<Comparison, 'engine' | 'engines'>,
  onProgress: ReportProgress,
  outputOf: (row: Row) => Float32Array = (row) => row.output(),
): Promise<Comparison> {
  const countRun = countRuns(plan.before.rows.length + plan.after.rows.length, onProgress);
  const runSide = async (side: Side) => {
    const outputs: Float32Array[] = [];
    for (const row of side.rows) {
      outputs.push(outputOf(row));
      await countRun();
    }
    return outputs;
  };
  const before = await runSide(plan.before);
  const after = await runSide(plan.after);
  const hash = hashOutputs([...before, ...after]);
  return {
    ...about,
    kind: 'comparison',
    timeSteps: timeStepsOf(taskOf(about)),
    ...figuresFrom(plan, before, after),
    ...(plan.yardstick && { yardstick: plan.yardstick() }),
    ...(plan.rounding && { rounding: { ...plan.rounding, exact: plan.rounding.exact() } }),
    hash,
    replay: replayCode({ ...about, hash }),
  };
}

/** What the outputs of both sides' rows say. */
export function figuresFrom(
  plan: Plan,
  outputsBefore: readonly Float32Array[],
  outputsAfter: readonly Float32Array[],
) {
  const before = measure(plan.before, outputsBefore);
  const after = measure(plan.after, outputsAfter);
  return {
    before,
    after,
    measure: plan.measure,
    focus: focusOn(before, after, plan.measure),
    ...(plan.sweep && { sweep: figuresOf(plan.sweep, before, after) }),
  };
}
