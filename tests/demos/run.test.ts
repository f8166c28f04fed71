import { beforeAll, describe, expect, it } from 'vitest';
import { causeIds } from '../../src/ids.ts';
import {
  checkParameters,
  demos,
  ofVariant,
  runDemo,
  variantsOf,
  type DemoResult,
} from '../../src/demos/index.ts';
import { createEngine, presentEngines, type Engine } from '../../src/lstm/index.ts';

describe('running a demo', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
  });

  async function run(cause: string, variant?: string, seed = '7', runs = 2): Promise<DemoResult> {
    const checked = checkParameters({ cause, variant, runs, seed });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
    return runDemo(engine, checked.parameters);
  }

  it('gives the same bytes for the same parameters', async () => {
    const [first, second] = [await run('dropout'), await run('dropout')];
    expect(second).toEqual(first);
  });

  it('gives other bytes and another replay code for another seed', async () => {
    const [first, second] = [await run('dropout'), await run('dropout', undefined, '8')];
    expect(second.hash).not.toBe(first.hash);
    expect(second.replay).not.toBe(first.replay);
  });

  it('reports progress after every run, up to the total; a run that stands on both sides is one', async () => {
    const seen: number[] = [];
    const parameters = { cause: 'time-steps', variant: 'length', runs: 3, seed: '7' } as const;
    await runDemo(engine, parameters, ({ done, total }) => seen.push(done / total));
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => done / 6));
  });

  it('does what its number of runs says, for every variant', async () => {
    for (const cause of causeIds)
      for (const id of variantsOf(cause)) {
        const { plan } = ofVariant(demos, { cause, variant: id });
        const { before, after } = plan(engine, '7', 3);
        // Each setting with five seeds; and each once more.
        const seeds = cause === 'hyperparameters' ? 5 : 1;
        expect(before.rows, `${cause}/${id}`).toHaveLength(3 * seeds);
        const pairs = ['hyperparameters', 'time-steps'].includes(cause) || id === 'batch-size';
        expect(after.rows, `${cause}/${id}`).toHaveLength(pairs ? 6 : 3);
      }
  });

  it('never calls Math.random', async () => {
    // Loading TensorFlow.js does, once.
    await presentEngines();
    const original = Math.random;
    let calls = 0;
    Math.random = () => {
      calls++;
      return original();
    };
    try {
      for (const cause of causeIds) await run(cause);
    } finally {
      Math.random = original;
    }
    expect(calls).toBe(0);
  });
});
