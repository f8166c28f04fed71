import { describe, expect, test } from 'vitest';
import {
  checkParameters,
  demoIds,
  formOf,
  runDemo,
  variantsOf,
  watchDemo,
  type DemoParameters,
  type Watched,
} from '../../../src/demos/index.ts';
import { stateAt, stepNumbers } from '../../../src/demos/watch/calls.ts';
import { stepsOf } from '../../../src/demos/watch/training.ts';
import { createEngine } from '../../../src/lstm/index.ts';

const engine = await createEngine();
const frames = 3;

function parametersOf(cause: string, variant?: string, runs?: number): DemoParameters {
  const checked = checkParameters({ cause, variant, runs, seed: '7' });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return checked.parameters;
}

const watch = (parameters: DemoParameters) => watchDemo(engine, parameters, undefined, frames);

const watchable = demoIds.flatMap((cause) =>
  variantsOf(cause).flatMap((variant) => {
    const { watch: kind } = formOf({ cause, variant });
    return kind ? [{ cause, variant, kind }] : [];
  }),
);

/** Settings are watched alike: one of each demo that varies settings stands for the others. */
const oneOfEach = watchable.filter(
  ({ cause, variant }) =>
    !['hyperparameters', 'compare'].includes(cause) ||
    ['clipping', 'training-steps'].includes(variant),
);

describe('a watched demo has the bytes of the demo itself, and ends with them', () => {
  test.each(oneOfEach)('$cause $variant', async ({ cause, variant, kind }) => {
    const parameters = parametersOf(cause, variant, 2);
    const watched = await watch(parameters);
    expect(watched.kind).toBe(kind);
    expect(watched.result.hash).toBe((await runDemo(engine, parameters)).hash);
    expectLastToBeTheResult(watched);
  });
});

function expectLastToBeTheResult(watched: Watched): void {
  const { result } = watched;
  switch (watched.kind) {
    case 'training': {
      const last = watched.frames.at(-1);
      expect(watched.frames).toHaveLength(frames);
      const drawn = last?.before.outputs ?? [];
      expect(drawn.length).toBeGreaterThan(0);
      expect(drawn).toEqual(result.before.outputs.slice(0, drawn.length));
      expect(last?.before.spread).toBe(result.before.spread);
      expect(last?.after.spread).toBe(result.after.spread);
      expect(last?.after.outputs[0]).toEqual(result.after.outputs[0]);
      return;
    }
    case 'calls': {
      const [cause, held] = watched.calls;
      expect(cause.output).toBe(result.before.outputs[watched.run]?.[watched.at]);
      if (!watched.result.sweep) expect(held.output).toBe(result.after.outputs[0]?.[watched.at]);
      expect(cause.output).not.toBe(held.output);
      return;
    }
    case 'epochs': {
      const [plain, moved] = watched.outputs.map((epochs) => epochs.at(-1));
      expect(Math.fround(Math.abs(Number(plain) - Number(moved)))).toBe(
        watched.result.sign.moved[watched.pair]?.at(-1),
      );
    }
  }
}

test('the first picture of a training is the first guess, and the loss falls from there', async () => {
  const watched = await watch(parametersOf('batch-order', undefined, 3));
  if (watched.kind !== 'training') throw new Error(watched.kind);
  expect(watched.steps).toEqual([0, 100, 200]);
  // The same initial weights, no batch yet: all runs guess alike.
  expect(watched.frames[0]?.before.spread).toBe(0);
  expect(watched.frames[1]?.before.spread).toBeGreaterThan(0);
  const [first = 0, , last = 0] = watched.losses ?? [];
  expect(last).toBeLessThan(first / 10);
});

test('a file cannot be read before its epoch is over', async () => {
  const watched = await watch(parametersOf('saved-model', 'wrong-epoch', 4));
  if (watched.kind !== 'training' || watched.result.kind !== 'comparison') throw new Error();
  const curves = watched.frames.map((frame) => frame.kind === 'comparison' && frame.sweep?.curves);
  expect(curves[0]).toEqual([[Number.NaN, Number.NaN, Number.NaN, Number.NaN]]);
  expect(curves[1]).toEqual([
    [expect.any(Number), watched.result.sweep?.curves[0]?.[1], Number.NaN, Number.NaN],
  ]);
});

test('of many runs the first are watched, and nothing else about the demo changes', async () => {
  const watched = await watch(parametersOf('initial-weights', undefined, 21));
  if (watched.kind !== 'training') throw new Error(watched.kind);
  expect(watched.result.before.outputs).toHaveLength(21);
  expect(watched.frames.at(-1)?.before.outputs).toEqual(watched.result.before.outputs.slice(0, 20));
  expect(watched.frames.at(-1)?.runs).toBe(20);
});

test('one training stands for all that repeat it', async () => {
  const watched = await watch(parametersOf('data-set', 'shift', 5));
  if (watched.kind !== 'training') throw new Error(watched.kind);
  const last = watched.frames.at(-1);
  expect(last?.before.outputs).toEqual(watched.result.before.outputs.slice(0, 1));
  expect(last?.runs).toBe(5);
});

test('a difference is nowhere before the step where it enters', async () => {
  const dropout = await watch(parametersOf('dropout', 'inference', 3));
  const padding = await watch(parametersOf('time-steps', 'alignment', 3));
  const state = await watch(parametersOf('carried-state', 'between-calls', 3));
  if (dropout.kind !== 'calls' || padding.kind !== 'calls' || state.kind !== 'calls')
    throw new Error();
  // The mask drops what step 1 hands to step 2.
  expect(dropout.distances.slice(0, 2)).toEqual([0, 0]);
  expect(dropout.distances[2]).toBeGreaterThan(0);
  // The zeros come after the 24 values.
  expect(padding.distances.slice(0, 25)).toEqual(Array.from({ length: 25 }, () => 0));
  expect(padding.distances[25]).toBeGreaterThan(0);
  // It is there before the first step.
  expect(state.distances[0]).toBeGreaterThan(0);
});

test('windows of two lengths end together, and the shorter one waits for its start', async () => {
  const watched = await watch(parametersOf('time-steps', 'length', 2));
  if (watched.kind !== 'calls') throw new Error(watched.kind);
  const [, held] = watched.calls;
  expect(stepNumbers(watched.calls).at(-1)).toBe(24);
  expect(stateAt(held, -5)).toEqual(held.states[0]);
  expect(stateAt(held, 99)).toEqual(held.states.at(-1));
});

test('no step is shown twice where a training is short', () => {
  expect(stepsOf(2, 5)).toEqual([0, 1, 2]);
  expect(stepsOf(200, 5)).toEqual([0, 50, 100, 150, 200]);
});

test('what cannot be watched says so to whoever wrote the code', async () => {
  await expect(watch(parametersOf('floating-point'))).rejects.toThrow('Nothing can be watched');
});
