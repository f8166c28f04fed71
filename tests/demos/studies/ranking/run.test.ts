import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkParameters,
  parseReplay,
  runDemo,
  type DemoResult,
  type Ranking,
} from '../../../../src/demos/index.ts';
import { rankedCauses } from '../../../../src/demos/studies/ranking/rows.ts';
import { createEngine } from '../../../../src/lstm/index.ts';

function isRanking(result: DemoResult): asserts result is Ranking {
  if (result.kind !== 'ranking') throw new Error(result.kind);
}

describe('/demo cause:all', () => {
  let result: DemoResult;
  beforeAll(async () => {
    const checked = checkParameters({ cause: 'all', seed: '7' });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
    result = await runDemo(await createEngine(), checked.parameters);
  });

  it('measures every cause alone in 40 runs, largest first', () => {
    isRanking(result);
    expect(result.rows.map(({ id }) => id).toSorted()).toEqual(
      Object.keys(rankedCauses).toSorted(),
    );
    for (const { id, outputs, low, deviation, high } of result.rows) {
      expect(outputs, id).toHaveLength(40);
      expect(low, id).toBeGreaterThan(0);
      expect(deviation, id).toBeGreaterThan(low);
      expect(high, id).toBeGreaterThan(low);
    }
    const sizes = result.rows.map(({ deviation }) => deviation);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('has all of them together before, and nothing varied after: the same bits', () => {
    isRanking(result);
    expect(result.before.identical).toBe(false);
    expect(result.after).toMatchObject({ spread: 0, identical: true });
    expect(result.after.outputs).toHaveLength(40);
    expect(result.targets).toHaveLength(20);
    // Each pair has a series of its own, and a model of its own.
    const distinct = (rows: readonly Float32Array[]) => new Set(rows.map((row) => row.join())).size;
    expect([distinct(result.targets), distinct(result.after.outputs)]).toEqual([20, 20]);
    expect(result.together.deviation).toBeGreaterThan(result.rows.at(-1)?.deviation ?? 1);
  });

  it('carries a replay code that asks for the same', () => {
    expect(parseReplay(result.replay)).toMatchObject({
      parameters: { cause: 'all', variant: 'ranking', runs: 40, seed: '7' },
      hash: result.hash.slice(0, 12),
    });
  });
});

it('fewer than 40 runs are refused: their intervals would say too little', () => {
  expect(checkParameters({ cause: 'all', seed: '7', runs: 39 })).toEqual({
    ok: false,
    problem: { field: 'runs', fewest: 40, most: 200 },
  });
});
