import type { CauseId } from '../../ids.ts';
import { stepThrough, type Engine, type Windows } from '../../lstm/index.ts';
import { demos } from '../catalogue.ts';
import { piecesOfPlan } from '../comparison.ts';
import { ofVariant } from '../ids.ts';
import { computeAll } from '../pieces.ts';
import type { ReportProgress } from '../progress.ts';
import { answer, type Request, type RunDescription } from '../request.ts';
import type { Comparison, DemoParameters } from '../result.ts';
import { unscale } from '../scaler.ts';
import { taskOf } from '../task.ts';

/** A demo of one trained model: two calls that should agree, watched on their way through the time steps. */
export interface WatchedCalls {
  readonly kind: 'calls';
  readonly result: Comparison;
  /** Of the upper side, and index into `timeSteps`: where the outputs of the two calls are farthest apart. */
  readonly run: number;
  readonly at: number;
  /** With the cause, and with it held fixed. */
  readonly calls: readonly [cause: Trace, held: Trace];
  /** Euclidean, from the first number of a step to the last. */
  readonly distances: readonly number[];
}

/** One call. */
export interface Trace {
  /** The number of the first state, which is where the call starts; each time step gives one more. */
  readonly first: number;
  /** [1 + timeSteps][units] */
  readonly states: readonly Float32Array[];
  /** After the last time step. */
  readonly output: number;
}

/** The demo must be one whose runs are calls. */
export async function watchCalls(
  engine: Engine,
  parameters: DemoParameters<CauseId>,
  onProgress: ReportProgress,
): Promise<WatchedCalls> {
  const { seed, runs } = parameters;
  const plan = ofVariant(demos, parameters).plan(engine, seed, runs, { task: taskOf(parameters) });
  const about = { ...parameters, engine: engine.name };
  const result = await computeAll(piecesOfPlan(plan, about), onProgress);
  const describeHeld = plan.held ?? plan.after.rows[0]?.describe;
  const held = describeHeld?.();
  const { run, at } = farthestFrom(held ? answer(engine, held) : [], result.before.outputs);
  const cause = plan.before.rows[run]?.describe?.();
  if (cause?.request.kind !== 'next' || held?.request.kind !== 'next')
    throw new Error(`The runs of ${parameters.cause} are no calls of one time step each.`);
  const first = firstStep(cause.request.windows, held.request.windows);
  const calls = [
    { ...trace(engine, cause, cause.request, at), first },
    { ...trace(engine, held, held.request, at), first: 0 },
  ] as const;
  return { kind: 'calls', result, run, at, calls, distances: distancesBetween(...calls) };
}

/** Windows that end alike end together; others, such as one with zeros behind it, begin together. */
function firstStep(cause: Windows, held: Windows): number {
  const endAlike = cause.values.at(-1) === held.values.at(-1);
  return endAlike ? held.timeSteps - cause.timeSteps : 0;
}

function farthestFrom(held: ArrayLike<number>, outputs: readonly Float32Array[]) {
  let farthest = { run: 0, at: 0, distance: -1 };
  outputs.forEach((row, run) =>
    row.forEach((output, at) => {
      const distance = Math.abs(output - Number(held[at]));
      if (distance > farthest.distance) farthest = { run, at, distance };
    }),
  );
  return farthest;
}

/** Of one sample; the call is made with all, as the demo makes it. */
function trace(
  engine: Engine,
  { model, scaler }: RunDescription,
  { windows, conditions }: Extract<Request, { readonly kind: 'next' }>,
  sample: number,
): Omit<Trace, 'first'> {
  const weights = model.weights();
  const units = weights.denseKernel.length;
  const stateOf = (hiddenState: Float32Array) =>
    hiddenState.slice(sample * units, (sample + 1) * units);
  const passes = stepThrough(engine, weights, windows, conditions);
  const start = conditions?.initialState?.hiddenState;
  const last = passes.at(-1)?.outputs.slice(sample, sample + 1) ?? Float32Array.of(Number.NaN);
  return {
    states: [
      start ? stateOf(start) : new Float32Array(units),
      ...passes.map(({ finalState }) => stateOf(finalState.hiddenState)),
    ],
    output: Number((scaler ? unscale(last, scaler) : last)[0]),
  };
}

/** The numbers of all states of both calls, ascending. */
export function stepNumbers(calls: WatchedCalls['calls']): number[] {
  const first = Math.min(...calls.map((call) => call.first));
  const last = Math.max(...calls.map((call) => call.first + call.states.length - 1));
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** A call that has not begun is where it will start; one that is over stays where it ended. */
export const stateAt = ({ first, states }: Trace, step: number): Float32Array =>
  states[Math.min(Math.max(step - first, 0), states.length - 1)] ?? new Float32Array();

function distancesBetween(a: Trace, b: Trace): number[] {
  return stepNumbers([a, b]).map((step) => {
    const [ofA, ofB] = [stateAt(a, step), stateAt(b, step)];
    return Math.sqrt(ofA.reduce((sum, value, unit) => sum + (value - Number(ofB[unit])) ** 2, 0));
  });
}
