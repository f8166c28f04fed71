import { beforeAll, describe, expect, it } from 'vitest';
import { nextUp } from '../../../../src/demos/studies/growth/next-up.ts';
import { moveOneWeight } from '../../../../src/demos/studies/growth/run.ts';
import { signTask } from '../../../../src/demos/studies/growth/tasks.ts';
import {
  checkParameters,
  parseReplay,
  runDemo,
  type DemoResult,
  type Growth,
} from '../../../../src/demos/index.ts';
import { createEngine, drawWeights } from '../../../../src/lstm/index.ts';

describe('the next float32 up', () => {
  // 24 binary digits: between 1 and 2 the step is 2^-23, just below 1 it is half of that; the smallest step is 2^-149.
  it.each([
    [1, 1 + 2 ** -23],
    [-1, -1 + 2 ** -24],
    [0.75, 0.75 + 2 ** -24],
    [-2, -2 + 2 ** -23],
    [0, 2 ** -149],
    [-0, 2 ** -149],
    [-(2 ** -149), -0],
  ])('of %d is %d', (value, expected) => {
    expect(nextUp(value)).toBe(expected);
  });
});

it('one weight of all is moved, by one unit in its last place', () => {
  const weights = drawWeights('7', 0, { inputFeatures: 1, units: 8 });
  const moved = moveOneWeight(weights);
  const { kernel, ...others } = moved;
  expect({ ...others, kernel: weights.kernel }).toEqual(weights);
  const changed = kernel.findIndex((value, at) => value !== weights.kernel[at]);
  expect(kernel[changed]).toBe(nextUp(weights.kernel[changed] ?? 0));
  expect(kernel.filter((value, at) => value !== weights.kernel[at])).toHaveLength(1);
});

describe('the sign task', () => {
  const { training, question } = signTask('7');

  it('is about the signs of the first and the last of five numbers', () => {
    for (const { windows, targets } of [training, question])
      targets.forEach((target, sample) => {
        const [first = 0, , , , last = 0] = windows.values.subarray(sample * 5, sample * 5 + 5);
        expect(target).toBe(Math.sign(first) === Math.sign(last) ? 1 : -1);
      });
  });

  it('has about as many of either kind, and asks what was not trained', () => {
    // Of 512 fair draws 256 are expected, with a standard deviation of 11.
    const positive = training.targets.filter((target) => target > 0).length;
    expect(Math.abs(positive - 256)).toBeLessThan(50);
    expect([training.windows.samples, question.windows.samples]).toEqual([512, 256]);
    expect(training.windows.values.slice(0, 20)).not.toEqual(question.windows.values.slice(0, 20));
  });
});

describe.each(['7', '8', '9'])('/demo cause:butterfly with seed %s', (seed) => {
  let result: Growth;
  beforeAll(async () => {
    const checked = checkParameters({ cause: 'butterfly', seed, runs: 4 });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
    const ran: DemoResult = await runDemo(await createEngine(), checked.parameters);
    if (ran.kind !== 'growth') throw new Error(ran.kind);
    result = ran;
  });
  const flat = (rows: readonly Float32Array[]) => rows.flatMap((row) => Array.from(row));

  it('moves both tasks by about a millionth at first', () => {
    for (const { moved } of [result.forecast, result.sign])
      for (const [first = 0] of moved) expect(first).toBeLessThan(1e-6);
  });

  it('leaves the forecast within a ten-thousandth for 60 epochs', () => {
    expect(result.forecast.moved.map((row) => row.length)).toEqual([60, 60, 60, 60]);
    expect(Math.max(...flat(result.forecast.moved))).toBeLessThan(1e-4);
    expect(Math.max(...flat(result.forecast.moved))).toBeGreaterThan(0);
  });

  it('makes other models of the sign task: labels flip, while the accuracy stays high', () => {
    const last = result.sign.moved.map((row) => row.at(-1) ?? 0);
    expect(Math.max(...last)).toBeGreaterThan(0.1);
    expect(result.sign.flips.some((row) => (row.at(-1) ?? 0) > 0)).toBe(true);
    for (const both of result.sign.accuracies)
      for (const accuracy of both) expect(accuracy.at(-1)).toBeGreaterThan(0.9);
    expect(result.before).toMatchObject({
      identical: false,
      spread: expect.closeTo(Math.max(...last), 6),
    });
  });

  it('gives a difference of exactly 0 for the same weights twice, after every epoch', () => {
    const same = [...result.forecast.same, ...result.sign.same];
    expect(same).toHaveLength(8);
    expect(new Set(flat(same))).toEqual(new Set([0]));
    expect(result.after).toMatchObject({ spread: 0, identical: true });
  });

  it('carries a replay code that asks for the same', () => {
    expect(parseReplay(result.replay)).toMatchObject({
      parameters: { cause: 'butterfly', variant: 'one-bit', runs: 4, seed },
      hash: result.hash.slice(0, 12),
    });
  });
});
