import { beforeAll, describe, expect, it } from 'vitest';
import { checkParameters, runDemo, type Averages } from '../../../../src/demos/index.ts';
import { averaged, averagesOf } from '../../../../src/demos/studies/steadier/run.ts';
import { createEngine } from '../../../../src/lstm/index.ts';

it('averages are of models in order, none in two; what is left over is in none', () => {
  const outputs = [1, 2, 3, 5, 100].map((value) => Float32Array.of(value, -value));
  expect(averagesOf(outputs, 2)).toEqual([Float32Array.of(1.5, -1.5), Float32Array.of(4, -4)]);
  expect(averagesOf(outputs, 1)).toEqual(outputs);
});

describe('/demo cause:steadier', () => {
  let result: Averages;
  beforeAll(async () => {
    const checked = checkParameters({ cause: 'steadier', seed: '7', runs: 60 });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
    const ran = await runDemo(await createEngine(), checked.parameters);
    if (ran.kind !== 'averages') throw new Error(ran.kind);
    result = ran;
  });

  it('has a row for each number of models, of as many averages as there are', () => {
    expect(result.rows.map(({ models }) => models)).toEqual([...averaged]);
    expect(result.rows.map(({ outputs }) => outputs.length)).toEqual([60, 30, 12, 6, 3]);
  });

  it('spreads less and less, about as 1/sqrt(k)', () => {
    const [one, two] = result.rows.map(({ deviation }) => deviation);
    // Of 30 averages: within a fifth.
    expect((two ?? 0) / (one ?? 1)).toBeGreaterThan(0.8 * Math.SQRT1_2);
    expect((two ?? 0) / (one ?? 1)).toBeLessThan(1.2 * Math.SQRT1_2);
    for (const { models, deviation, range } of result.rows) {
      const expected = (one ?? 0) / Math.sqrt(models);
      expect(range[0]).toBeLessThan(expected);
      expect(range[1]).toBeGreaterThan(expected);
      expect(deviation).toBeGreaterThan(0.9 * range[0]);
      expect(deviation).toBeLessThan(1.1 * range[1]);
    }
  });

  it('keeps an error that all models share: the average of 20 is far from perfect', () => {
    const errors = result.rows.map(({ error }) => error);
    expect(errors.at(-1)).toBeLessThan(errors[0] ?? 0);
    expect(errors.at(-1)).toBeGreaterThan(0.3 * (errors[0] ?? 0));
    const last = result.rows.at(-1);
    expect(last?.error).toBeGreaterThan(2 * (last?.deviation ?? 0));
  });

  it('has the fixed seed as its control', () => {
    expect(result.after).toMatchObject({ identical: true, spread: 0 });
    expect(result.before.identical).toBe(false);
  });
});

it('fewer than 40 models are refused: there would be no two averages of 20', () => {
  const checked = checkParameters({ cause: 'steadier', seed: '7', runs: 39 });
  expect(checked).toEqual({ ok: false, problem: { field: 'runs', fewest: 40, most: 200 } });
});
