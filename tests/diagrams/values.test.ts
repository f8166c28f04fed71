import { expect, test } from 'vitest';
import { caseIds, pageIds } from '../../src/ids.ts';
import { scale } from '../../src/triage/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { inBatches } from '../../src/diagrams/batch-neighbours.ts';
import { maskedRows } from '../../src/diagrams/dropout-masks.ts';
import { additions, gapAt } from '../../src/diagrams/float-addition.ts';
import { overviewRows } from '../../src/diagrams/overview.ts';
import { paddedStates } from '../../src/diagrams/padding.ts';
import { oneRounding, placeOf, zones } from '../../src/diagrams/sizes.ts';
import { twoStarts } from '../../src/diagrams/start-state.ts';
import { chancesAt } from '../../src/diagrams/temperature.ts';
import { trainings } from '../../src/diagrams/two-valleys.ts';

/** One unit by hand: Hochreiter & Schmidhuber 1997 with a forget gate, the weights of src/diagrams/chain.ts. */
function byHand(inputs: readonly number[], [h0, c0] = [0, 0]): { h: number; c: number }[] {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  let [h, c] = [h0, c0];
  return inputs.map((x) => {
    const forget = sigmoid(0.5 * x + 0.5 * h + 1);
    const input = sigmoid(x + 0.5 * h);
    const output = sigmoid(x + 0.5 * h);
    c = forget * c + input * Math.tanh(3 * x + h);
    h = output * Math.tanh(c);
    return { h, c };
  });
}

test('the overview has every cause once, in the order of acting, in the cases of the triage', () => {
  const { onlyInTraining, alsoOnSameWeights } = overviewRows();
  expect(onlyInTraining.map(({ cause }) => cause)).toEqual([
    'data-set',
    'hyperparameters',
    'initial-weights',
    'batch-order',
  ]);
  const rows = [...onlyInTraining, ...alsoOnSameWeights];
  expect(rows.map(({ cause }) => cause).toSorted()).toEqual([...pageIds].toSorted());
  for (const { cause, likely } of onlyInTraining) {
    expect([likely.has('same-weights'), likely.has('reloaded')], cause).toEqual([false, false]);
    expect(likely.has('changed-settings'), cause).toBe(true);
  }
});

test('the overview agrees with the cases that the pages name', async () => {
  const opened = await openLibrary();
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  const { onlyInTraining, alsoOnSameWeights } = overviewRows();
  for (const { cause, likely } of [...onlyInTraining, ...alsoOnSameWeights]) {
    const named = opened.library.content.pages.get('en')?.get(cause)?.cases ?? [];
    expect(named.length, cause).toBeGreaterThan(0);
    expect(
      caseIds.filter((id) => likely.has(id)),
      cause,
    ).toEqual(expect.arrayContaining([...named]));
    expect(
      [...likely.values()].every((each) => [1, 2, 3].includes(each)),
      cause,
    ).toBe(true);
    // Training with changes is training again, too: there a page need not name it.
    const unnamed = [...likely.keys()].filter((id) => !named.includes(id));
    expect(
      unnamed.filter((id) => id !== 'changed-settings'),
      cause,
    ).toEqual([]);
  }
});

test('the two starts differ only by the state, and every output after them differs', () => {
  const { leftOver, fromZero, fromLeftOver } = twoStarts();
  const inputs = [0.3, 0.5, 0.7];
  const left = byHand([-0.9, -0.6, -0.8]).at(-1) ?? { h: 0, c: 0 };
  expect(leftOver).toBeCloseTo(left.h, 6);
  byHand(inputs).forEach(({ h }, at) => expect(fromZero[at]).toBeCloseTo(h, 6));
  byHand(inputs, [left.h, left.c]).forEach(({ h }, at) => {
    expect(fromLeftOver[at]).toBeCloseTo(h, 6);
    expect(Math.abs((fromLeftOver[at] ?? 0) - (fromZero[at] ?? 0))).toBeGreaterThan(0.05);
  });
});

test('zeros after the last value change the state', () => {
  const states = paddedStates();
  byHand([0.3, 0.5, 0.7, 0, 0]).forEach(({ h }, at) => expect(states[at]).toBeCloseTo(h, 6));
  expect(states[4]).not.toBeCloseTo(states[2] ?? 0, 1);
});

test('a mask drops a value or doubles it, and two masks give two sums', () => {
  const { training, inference } = maskedRows();
  expect(inference.sum).toBeCloseTo(0.2 - 0.5 + 0.8 + 0.1);
  for (const row of training) {
    expect(row.kept.every((factor) => factor === 0 || factor === 2)).toBe(true);
    expect(row.sum).toBeCloseTo(row.values.reduce((sum, value) => sum + value, 0));
  }
  const [first, second] = training;
  expect(first?.kept).not.toEqual(second?.kept);
  expect(first?.sum).not.toBeCloseTo(second?.sum ?? 0);
});

test('over all masks the average is what inference mode gives', () => {
  const { values, sum } = maskedRows().inference;
  const sums = Array.from({ length: 2 ** values.length }, (_, mask) =>
    values.reduce((total, value, at) => total + (mask & (1 << at) ? 2 * value : 0), 0),
  );
  expect(sums.reduce((total, each) => total + each, 0) / sums.length).toBeCloseTo(sum);
});

test('in float32, 1e8 + 1 - 1e8 is 0 and 1e8 - 1e8 + 1 is 1, as a Float32Array has it', () => {
  const cell = new Float32Array([1e8]);
  cell[0] = (cell[0] ?? 0) + 1;
  const between = cell[0];
  cell[0] = (cell[0] ?? 0) - 1e8;
  expect(additions()).toEqual([
    { between, result: cell[0] },
    { between: 0, result: 1 },
  ]);
  expect([between, cell[0]]).toEqual([1e8, 0]);
});

test('the neighbours of 1e8 are 8 apart', () => {
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  value[0] = 1e8;
  bits[0] = (bits[0] ?? 0) + 1;
  expect((value[0] ?? 0) - 1e8).toBe(gapAt(1e8));
});

test('the zones of the number line follow each other and end where the scale says', () => {
  const places = zones.map(({ to }) => placeOf(to));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(zones.slice(0, 2).map(({ to }) => to)).toEqual([
    scale.rounding,
    scale.roundingInLargeModels,
  ]);
  expect(zones[2].to).toBeGreaterThan(scale.coarsestPrecision);
  // 1 + 2^-24 is rounded back to 1, a little more is not.
  expect(Math.fround(1 + oneRounding)).toBe(1);
  expect(Math.fround(1 + 1.01 * oneRounding)).toBeGreaterThan(1);
});

test('a low temperature makes the best word surer, a high one less', () => {
  const [cold, warm, hot] = [0.5, 1, 2].map(chancesAt);
  for (const chances of [cold, warm, hot])
    expect(chances?.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
  // e^2 / (e^2 + e + 1)
  expect(warm?.[0]).toBeCloseTo(0.6652, 4);
  expect(cold?.[0]).toBeCloseTo(Math.exp(4) / (Math.exp(4) + Math.exp(2) + 1));
  expect(hot?.[0]).toBeLessThan(warm?.[0] ?? 0);
});

test('both trainings walk downhill only, to valleys on different sides', () => {
  for (const { path, end } of trainings()) {
    const errors = path.map((weight) => (weight ** 2 - 1) ** 2 + 0.2 * weight);
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    expect(4 * end * (end ** 2 - 1) + 0.2).toBeCloseTo(0, 3);
  }
  expect(trainings().map(({ end }) => Math.sign(end))).toEqual([-1, 1]);
});

test('BatchNorm: the neighbours decide in training mode, the stored averages in inference mode', () => {
  const [first, second] = inBatches();
  // (2 - 2) / sd(2, 1, 3) and (2 - 6) / sd(2, 6, 10), the variance divided by n.
  expect(first?.training).toBeCloseTo(0);
  expect(second?.training).toBeCloseTo(-4 / Math.sqrt(32 / 3), 4);
  expect(first?.inference).toBeCloseTo(-2 / 3, 4);
  expect(second?.inference).toBe(first?.inference);
});
