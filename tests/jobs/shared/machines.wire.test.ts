import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoParameters } from '../../../src/demos/index.ts';
import type { Jobs } from '../../../src/jobs/index.ts';
import { hasRedis } from '../../redis.ts';
import { proves } from '../../faults/proves.ts';
import { openNetwork, type Network } from './network.ts';

let seed = 0;
const newSeed = () => String((seed += 1));
const quick = (): DemoParameters => ({
  cause: 'dropout',
  variant: 'inference',
  runs: 2,
  seed: newSeed(),
});
/** Long enough for something to happen meanwhile; the other is cancelled long before its end. */
const some = (): DemoParameters => ({
  cause: 'initial-weights',
  variant: 'retrain',
  runs: 20,
  seed: newSeed(),
});
const endless = (): DemoParameters => ({ ...some(), runs: 200 });

type Watch = Parameters<Jobs['submit']>[1];
const ask = (jobs: Jobs, parameters: DemoParameters, watch?: Watch) =>
  jobs.submit({ parameters, locale: 'en' }, watch);

/** A demo that has begun. */
async function begun(jobs: Jobs, parameters: DemoParameters, watch: Watch = {}) {
  let start!: () => void;
  const started = new Promise<void>((resolve) => (start = resolve));
  const job = await ask(jobs, parameters, { ...watch, onProgress: start });
  await started;
  return job;
}

describe.skipIf(!hasRedis)('demos on other machines', () => {
  let network: Network;
  beforeAll(async () => {
    network = await openNetwork(3);
  });
  afterAll(() => network.close());

  test('fifty people of two bots who ask for the same at once get the bytes of one run', async () => {
    const { here, there, happened } = network;
    const before = happened.length;
    const parameters = quick();
    const jobs = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        ask(at % 2 ? here : there, parameters, { by: { user: `student ${at}` } }),
      ),
    );
    const outcomes = await Promise.all(jobs.map(({ outcome }) => outcome));
    const hashes = outcomes.map((each) => each.kind === 'done' && each.result.result.hash);
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^\w+$/);
    // Whoever asks again gets it as it is kept, and whoever checks it a run of their own.
    expect(await (await ask(here, parameters)).outcome).toMatchObject({ kind: 'done' });
    const runs = () => happened.slice(before).filter((each) => each.startsWith('active')).length;
    expect(runs()).toBe(1);
    const again = await (await ask(here, parameters, { fresh: true })).outcome;
    expect(again.kind === 'done' && again.result.result.hash).toBe(hashes[0]);
    await expect.poll(runs).toBe(2);
  });

  test('who cancels leaves others theirs; with the last of them the run ends, on whichever machine it is', async () => {
    const { here, there, happened } = network;
    const parameters = endless();
    const mine = await begun(here, parameters);
    const theirs = await ask(there, parameters);
    mine.cancel();
    expect(await mine.outcome).toEqual({ kind: 'cancelled' });
    const before = happened.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(happened.slice(before)).toEqual([]);
    theirs.cancel();
    await expect.poll(() => happened.slice(before)).toEqual([expect.stringMatching(/^failed/)]);
    expect((await here.look())?.running).toBe(0);
  });

  test('turns are fair and limits hold over all bots, and who waits is told the place', async () => {
    const { here, there } = network;
    const long = await Promise.all(
      ['x', 'y', 'z'].map((user) => begun(here, endless(), { by: { user } })),
    );
    const started: string[] = [];
    const told: number[] = [];
    const join = (jobs: Jobs, user: string, name: string) =>
      ask(jobs, quick(), {
        by: { user },
        onPosition: (place) => {
          if (place === 0) started.push(name);
          if (name === 'a2') told.push(place);
        },
      });
    const a1 = await join(here, 'a', 'a1');
    const a2 = await join(there, 'a', 'a2');
    expect((await join(here, 'a', 'a3')).refusal).toEqual({
      kind: 'busy',
      scope: 'user',
      waiting: 2,
    });
    const b1 = await join(there, 'b', 'b1');
    const c1 = await join(there, 'c', 'c1');
    expect([a1, b1, c1].map((job) => job.position())).toEqual([1, 2, 3]);
    await expect.poll(() => a2.position()).toBe(4);
    expect(await here.look()).toMatchObject({
      waiting: 4,
      running: 3,
      oldestSeconds: expect.any(Number),
    });
    c1.cancel();
    await expect.poll(() => a2.position()).toBe(3);
    long[0]?.cancel();
    expect(
      (await Promise.all([a1, a2, b1].map(({ outcome }) => outcome))).map(({ kind }) => kind),
    ).toEqual(['done', 'done', 'done']);
    expect(started).toEqual(['a1', 'b1', 'a2']);
    expect(told.at(-1)).toBe(0);
    for (const job of long) job.cancel();
  });

  proves('worker-stopped', async () => {
    const { here, happened } = network;
    const job = await begun(here, some());
    const [leaving = ''] = await network.busy();
    const code = await network.endWorker(leaving, 'SIGTERM');
    expect([code, (await job.outcome).kind]).toEqual([0, 'done']);
    await expect.poll(() => happened.at(-1)).toMatch(/^completed/);
    expect(Object.keys((await here.look())?.workers ?? {})).not.toContain(leaving);
  });

  proves('worker-killer', async () => {
    const { here, happened } = network;
    const job = await begun(here, endless());
    const count = (what: string) => happened.filter((each) => each.startsWith(what)).length;
    const stalled = count('stalled');
    for (let kills = 1; kills <= 2; kills += 1) {
      await expect.poll(() => network.busy()).toHaveLength(1);
      const [killed = ''] = await network.busy();
      await network.endWorker(killed, 'SIGKILL');
      await network.addWorker();
      await expect.poll(() => count('stalled')).toBe(stalled + kills);
    }
    expect((await job.outcome).kind).toBe('crashed');
    expect((await (await ask(here, quick())).outcome).kind).toBe('done');
  });
});
