import { beforeAll, describe, expect, it } from 'vitest';
import { checkParameters, runDemo, spreadsOfGroups } from '../../src/demos/index.ts';
import { edition } from '../../src/demos/edition.ts';
import { createEngine, presentEngines, type Engine } from '../../src/lstm/index.ts';

let engine: Engine;
let present: readonly Engine[];
beforeAll(async () => {
  engine = await createEngine();
  present = await presentEngines();
});

async function run(
  cause: string,
  variant: string,
  runs?: number,
  engines = present,
  on = engine,
  seed = '7',
) {
  const checked = checkParameters({ cause, variant, runs, seed });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  const result = await runDemo(on, checked.parameters, undefined, () => Promise.resolve(engines));
  if (result.kind !== 'comparison') throw new Error(`${cause} compares nothing.`);
  return { engines: [], ...result };
}

describe('a carried state', () => {
  it('after a reset gives what a fresh start gives: the first batch of a call', async () => {
    const { before, after } = await run('carried-state', 'within-predict', 3);
    expect(before.outputs[0]).toEqual(after.outputs[0]);
    expect(before.outputs[1]).not.toEqual(after.outputs[0]);
  });

  it('fades: batch after batch the outputs come closer to each other', async () => {
    const { outputs } = (await run('carried-state', 'within-predict', 4)).before;
    const apart = (a: number, b: number) =>
      Math.max(
        ...Array.from(outputs[a] ?? [], (value, at) => Math.abs(value - (outputs[b]?.[at] ?? 0))),
      );
    expect(apart(1, 2)).toBeLessThan(apart(0, 1) / 2);
    expect(apart(2, 3)).toBeLessThan(apart(1, 2) / 2);
  });
});

describe('what the checks of a saved model find', () => {
  it.each([
    ['not-loaded', { weightHash: false, goldenPair: false }],
    ['wrong-epoch', { weightHash: false, goldenPair: false }],
    ['scaler', { weightHash: true, goldenPair: false }],
  ] as const)('%s: at every start %j, and nothing wrong after the fix', async (variant, found) => {
    const { before, after } = await run('saved-model', variant, 4);
    const right = { weightHash: true, goldenPair: true };
    expect(before.checks).toEqual(Array.from({ length: 4 }, () => found));
    expect(after.checks).toEqual(Array.from({ length: 4 }, () => right));
  });

  it('the right file is none of the other epochs’, wherever among them it lies', async () => {
    const places = new Set<number>();
    for (const seed of ['7', '1', '2']) {
      const { before, sweep } = await run('saved-model', 'wrong-epoch', 200, present, engine, seed);
      const epochs = before.labels.map(Number);
      expect(epochs).toHaveLength(24);
      expect(epochs).not.toContain(Number(sweep?.usual));
      expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
      places.add(epochs.filter((epoch) => epoch < Number(sweep?.usual)).length);
    }
    expect(places.size).toBeGreaterThan(1);
  });
});

describe('a demo that compares engines', () => {
  it('says which ones had a part in it, the one that trained first, and writes them into its code', async () => {
    const names = present.map(({ name }) => name);
    const { engines, replay, before } = await run('floating-point', 'engines', 4);
    expect(engines[0]).toBe(engine.name);
    expect(engines.toSorted()).toEqual(names.toSorted());
    expect(before.labels).toEqual(Array.from({ length: 4 }, (_, i) => engines[i % engines.length]));
    const initials = engines.map((name) => name.replace('tfjs-', '').slice(0, 1)).join('+');
    expect(replay.split('.')[4]).toBe(`${initials}${edition}`);
  });

  it('compares them all, whichever one is chosen to train', async () => {
    const names = present.map(({ name }) => name);
    const [quick] = present;
    for (const each of present) {
      // What it trains is not the question here, and the slow ones take a minute.
      const on: Engine = { ...each, train: (training) => (quick ?? each).train(training) };
      const { engine: trainer, engines } = await run('floating-point', 'engines', 2, present, on);
      expect([trainer, engines[0]]).toEqual([on.name, on.name]);
      expect(engines.toSorted()).toEqual(names.toSorted());
    }
  });

  it('gives other bytes and another code where other engines are present', async () => {
    const all = await run('floating-point', 'engines', 2);
    const alone = await run('floating-point', 'engines', 2, []);
    expect(alone.engines).toEqual([engine.name]);
    expect(alone.before.identical).toBe(true);
    expect(alone.hash).not.toBe(all.hash);
  });

  it('has outputs near those of double precision, which are the same on every engine', async () => {
    const { rounding, before } = await run('floating-point', 'engines', present.length);
    for (const output of before.outputs)
      output.forEach((value, at) =>
        expect(Math.abs(value - (rounding?.exact[at] ?? Number.NaN))).toBeLessThan(1e-6),
      );
  });

  it('tells the difference between batch sizes for each engine', async () => {
    const { engines, before, after } = await run('floating-point', 'batch-size');
    expect(before.labels).toEqual(engines.flatMap((name) => [`${name} 1`, `${name} 64`]));
    expect(spreadsOfGroups(before)).toHaveLength(engines.length);
    expect(Math.max(...spreadsOfGroups(before))).toBe(before.spread);
    expect(after.identical).toBe(true);
  });
});
