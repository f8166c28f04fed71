import type { CauseId } from '../ids.ts';
import type { Engine } from '../lstm/index.ts';
import { demos } from './catalogue.ts';
import { ofVariant } from './ids.ts';
import { figuresOf, focusOn, hashOutputs, measure } from './measure.ts';
import {
  piecesOfRows,
  runsAtOnce,
  trainedTogether,
  type Outputs,
  type OutputsOf,
  type Pieces,
} from './pieces.ts';
import type { Plan, Side } from './plan.ts';
import { replayCode } from './replay.ts';
import type { Comparison, DemoParameters } from './result.ts';
import { taskOf, timeStepsOf } from './task.ts';

/** One cause at work, then held fixed. `present`: the engines of this machine, for a demo that compares them. */
export async function comparisonPieces(
  engine: Engine,
  parameters: DemoParameters<CauseId>,
  present: () => Promise<readonly Engine[]>,
): Promise<Pieces<Comparison>> {
  const { plan: planFor, comparesEngines } = ofVariant(demos, parameters);
  const others = comparesEngines ? await present() : [];
  const compared = [engine, ...others.filter(({ name }) => name !== engine.name)];
  const engines = comparesEngines && { engines: compared.map(({ name }) => name) };
  const task = taskOf(parameters);
  const plan = planFor(engine, parameters.seed, parameters.runs, { present: compared, task });
  const about = { ...parameters, engine: engine.name, ...engines };
  return plan.retrains
    ? piecesOfPlan(plan, about, trainedTogether(engine), runsAtOnce(engine))
    : { ...piecesOfPlan(plan, about), sharesModel: true };
}

const oneByOne: OutputsOf = (rows) => rows.map((row) => row.output());

/** `outputsOf`: what rows give, where that is known otherwise; so many of them are asked for at once. */
export function piecesOfPlan(
  plan: Plan,
  about: DemoParameters<CauseId> & Pick<Comparison, 'engine' | 'engines'>,
  outputsOf: OutputsOf = oneByOne,
  atOnce = 1,
): Pieces<Comparison> {
  const all = [...plan.before.rows, ...plan.after.rows];
  // One that stands on both sides is computed once.
  const distinct = new Map(all.map((row) => [row.output, row]));
  const places = new Map([...distinct.keys()].map((output, place) => [output, place]));
  return {
    ...piecesOfRows([...distinct.values()], outputsOf, atOnce),
    result: (pieces) => {
      const outputs = pieces.flat();
      const outputsOfSide = ({ rows }: Side) =>
        rows.map((row) => outputs[places.get(row.output) ?? 0] ?? new Float32Array());
      return comparisonFrom(plan, about, outputsOfSide(plan.before), outputsOfSide(plan.after));
    },
  };
}

function comparisonFrom(
  plan: Plan,
  about: DemoParameters<CauseId> & Pick<Comparison, 'engine' | 'engines'>,
  before: Outputs,
  after: Outputs,
): Comparison {
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
export function figuresFrom(plan: Plan, outputsBefore: Outputs, outputsAfter: Outputs) {
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
