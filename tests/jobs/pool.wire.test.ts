import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { environmentOfChildren } from '../../src/environment.ts';
import type { Progress } from '../../src/jobs/job.ts';
import { projectRoot } from '../../src/root.ts';
import { collectLog } from '../log.ts';
import { isAlive, openPool, resultOf, submit } from './fixtures/pool.ts';

const sleep = (milliseconds: number) => ({ do: 'sleep', milliseconds }) as const;
const look = { do: 'look' } as const;

test('progress arrives in order, and before the outcome', async () => {
  const told: Progress[] = [];
  const job = openPool().submit(
    { do: 'report', steps: 50 },
    { onProgress: (progress) => told.push(progress) },
  );
  expect(await job.outcome).toMatchObject({ kind: 'done' });
  expect(told.slice(1)).toEqual(Array.from({ length: 50 }, (_, i) => ({ done: i + 1, total: 50 })));
});

test('typed arrays and buffers arrive as they were sent, to the bit', async () => {
  const { floats, bytes } = await resultOf(openPool().submit(look));
  expect(floats).toStrictEqual(Float32Array.of(0.1, -0, Number.NaN));
  expect(Object.is(floats[1], -0)).toBe(true);
  expect(Buffer.isBuffer(bytes)).toBe(true);
});

test('a child sees no environment variable of ours, and steps back behind us', async () => {
  vi.stubEnv('DISCORD_TOKEN', 'a-secret');
  const { environment, priority } = await resultOf(openPool().submit(look));
  vi.unstubAllEnvs();
  // Set by Node itself, for the channel between the two processes.
  expect(environment.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([]);
  expect(priority).toBeGreaterThanOrEqual(7);
});

test('of what decides the bits of a native library, a child sees what its parent sees', async () => {
  const ours = {
    TF_ENABLE_ONEDNN_OPTS: '0',
    LD_LIBRARY_PATH: '/opt/lib',
    DISCORD_TOKEN: 'a-secret',
  };
  const { environment } = await resultOf(
    openPool({ env: environmentOfChildren(ours) }).submit(look),
  );
  expect(environment.filter((name) => !name.startsWith('NODE_CHANNEL')).toSorted()).toEqual([
    'LD_LIBRARY_PATH',
    'TF_ENABLE_ONEDNN_OPTS',
  ]);
});

test('two children work at a time, the others are told their place whenever it changes', async () => {
  const pool = openPool({ workers: 2 });
  const jobs = [800, 1200, 100, 100, 100].map((time) => submit(pool, sleep(time)));
  expect(jobs.map((job) => job.position())).toEqual([0, 0, 1, 2, 3]);
  const pids = await Promise.all(jobs.map((job) => job.started));
  expect(new Set(pids).size).toBe(2);
  await Promise.all(jobs.map((job) => job.outcome));
  expect(jobs.map((job) => job.places)).toEqual([[0], [0], [1, 0], [2, 1, 0], [3, 2, 1, 0]]);
  expect(jobs.map((job) => job.position())).toEqual([0, 0, 0, 0, 0]);
});

test('a child outlives the signals that a terminal or a service manager sends to all processes', async () => {
  const job = submit(openPool(), sleep(300));
  const pid = await job.started;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.kill(pid, signal);
  expect(await job.outcome).toMatchObject({ kind: 'done' });
});

test('a child stays for the next job', async () => {
  const pool = openPool();
  const first = await submit(pool, look).started;
  expect(await submit(pool, look).started).toBe(first);
});

test('a full queue refuses, and says how many wait', async () => {
  const pool = openPool({ maxWaiting: 2 });
  const accepted = [submit(pool, sleep(100)), submit(pool, look), submit(pool, look)];
  expect(await pool.submit(look).outcome).toEqual({ kind: 'busy', scope: 'all', waiting: 2 });
  const outcomes = await Promise.all(accepted.map((job) => job.outcome));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
});

test('no queue at all still lets one job run', async () => {
  const pool = openPool({ maxWaiting: 0 });
  const only = pool.submit(look);
  expect(await pool.submit(look).outcome).toEqual({ kind: 'busy', scope: 'all', waiting: 0 });
  expect(await only.outcome).toMatchObject({ kind: 'done' });
});

test('who cancels while waiting leaves the queue, and the others move up', async () => {
  const pool = openPool();
  const [first, second, third] = [sleep(300), look, look].map((order) => submit(pool, order));
  second?.cancel();
  expect(await second?.outcome).toEqual({ kind: 'cancelled' });
  expect(third?.position()).toBe(1);
  expect(await third?.outcome).toMatchObject({ kind: 'done' });
  expect(await first?.outcome).toMatchObject({ kind: 'done' });
  expect(second?.places).toEqual([]);
  expect(third?.places).toEqual([2, 1, 0]);
});

test('what a child has to say is logged', async () => {
  const { log, lines } = collectLog();
  const pool = openPool({ log });
  await pool.submit({ do: 'log', line: 'the chart host is slow' }).outcome;
  expect(lines).toEqual(['the chart host is slow']);
});

test('a listener that throws disturbs nobody', async () => {
  const { log, lines } = collectLog();
  const pool = openPool({ log });
  const job = pool.submit(look, {
    onPosition: () => {
      throw new Error('not listening');
    },
  });
  expect(await job.outcome).toMatchObject({ kind: 'done' });
  expect(lines).toEqual(['A listener of a job threw: Error: not listening']);
});

test('closing cancels what runs and what waits, and leaves no child', async () => {
  const pool = openPool({ workers: 2 });
  const idle = await submit(pool, look).started;
  const jobs = [submit(pool, sleep(60_000)), submit(pool, sleep(60_000)), submit(pool, look)];
  const pids = await Promise.all(jobs.slice(0, 2).map((job) => job.started));
  expect(pids).toContain(idle);
  await pool.close();
  expect(await Promise.all(jobs.map((job) => job.outcome))).toEqual(
    jobs.map(() => ({ kind: 'closed' })),
  );
  expect(pids.filter(isAlive)).toEqual([]);
  expect(await pool.submit(look).outcome).toEqual({ kind: 'closed' });
});

test('closing ends children that are idle or still starting', async () => {
  const pool = openPool({ workers: 2, warm: 1 });
  const job = submit(pool, look);
  const idle = await job.started;
  await job.outcome;
  const starting = [submit(pool, look), submit(pool, look)];
  await pool.close();
  expect(isAlive(idle)).toBe(false);
  expect((await Promise.all(starting.map((each) => each.outcome))).map(({ kind }) => kind)).toEqual(
    ['closed', 'closed'],
  );
});

test('a child whose script is TypeScript starts too, as npm run dev needs it', async () => {
  const script = join(projectRoot, 'tests/jobs/fixtures/child.ts');
  const { outcome } = openPool({ script }).submit({ do: 'look' });
  expect((await outcome).kind).toBe('done');
});

test('who waits is told about how long, as measured from the last jobs', async () => {
  const pool = openPool();
  const job = (cost: number) => pool.submit(sleep(300), { cost, onPosition: told });
  const seconds: (number | undefined)[] = [];
  const told = (place: number, wait?: number) => void (place > 0 && seconds.push(wait));
  await job(1).outcome;
  const [running, next, last] = [job(1), job(1), job(1)];
  await Promise.all([running, next, last].map(({ outcome }) => outcome));
  // The children of the tests say nothing while they sleep, so that all of it counts as the rest.
  expect(seconds).toHaveLength(3);
  const [first = 0, second = 0] = seconds;
  expect(first).toBeGreaterThan(0.1);
  expect(second).toBeGreaterThan(first + 0.25);
});
