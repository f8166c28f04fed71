import { afterEach, expect, test, vi } from 'vitest';
import { createPool, type Pool, type PoolOptions } from '../../src/jobs/pool.ts';
import type { Job, Progress } from '../../src/jobs/job.ts';
import { collectLog } from '../log.ts';
import { division, type Done, type Order } from './fixtures/divided.ts';
import { fixture, isAlive } from './fixtures/pool.ts';

const open: Pool<Order, Done>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

/** Real children; each has done a job when it resolves. */
async function openPool(workers: number, options: Partial<PoolOptions> = {}) {
  const pool = createPool<Order, Done>(
    { script: fixture('divided'), workers, maxWaiting: 10, deadlineSeconds: 20, ...options },
    division,
  );
  open.push(pool);
  const small = { pieces: 1, milliseconds: 400 };
  await Promise.all(Array.from({ length: workers }, () => pool.submit(small).outcome));
  return pool;
}

async function resultOf(job: Job<Done>) {
  const outcome = await job.outcome;
  if (outcome.kind !== 'done') throw new Error(`It ended as ${JSON.stringify(outcome)}.`);
  const { pid, outputs = [] } = outcome.result;
  const pids = outputs.map((each) => each.pid);
  return { pid, pids, pieces: outputs.map(({ piece }) => piece), helpers: without(pids, pid) };
}

const without = (pids: readonly number[], pid: number) => [
  ...new Set(pids.filter((each) => each !== pid)),
];
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

test.each([1, 2, 3])(
  'on %i processes a job gives its pieces in their order, and tells its progress as it grows',
  async (workers) => {
    const told: Progress[] = [];
    const pool = await openPool(workers);
    const order = { pieces: 7, milliseconds: 60 };
    const job = pool.submit(order, { onProgress: (progress) => told.push(progress) });
    const { pieces, helpers } = await resultOf(job);
    expect(helpers).toHaveLength(workers - 1);
    if (workers === 1) return;
    expect(pieces).toEqual(upTo(7));
    expect(told).toEqual(upTo(7).map((piece) => ({ done: 2 * (piece + 1), total: 14 })));
  },
);

test('a helper that dies costs its piece only: the job’s own process computes that again', async () => {
  const { log, lines } = collectLog();
  const pool = await openPool(2, { log });
  const { pid, pids, pieces } = await resultOf(
    pool.submit({ pieces: 6, milliseconds: 60, helpersDie: true }),
  );
  expect(pieces).toEqual(upTo(6));
  expect(new Set(pids)).toEqual(new Set([pid]));
  expect(lines.join('\n')).toContain('A process that helped with a job failed.');
  expect(pool.state().works).toBe(true);
});

test('a new job gets the helper after its piece, and no process is started for it', async () => {
  const pool = await openPool(2);
  const long = pool.submit({ pieces: 12, milliseconds: 100 });
  await new Promise((resolve) => setTimeout(resolve, 250));
  const since = performance.now();
  const short = await resultOf(pool.submit({ pieces: 1, milliseconds: 0 }));
  expect(performance.now() - since).toBeLessThan(1000);
  const { pid, pieces, helpers } = await resultOf(long);
  expect(pieces).toEqual(upTo(12));
  expect(helpers).toEqual([short.pid]);
  expect(short.pid).not.toBe(pid);
});

test('while a job waits, none is helped', async () => {
  const pool = await openPool(2);
  const jobs = upTo(4).map(() => pool.submit({ pieces: 4, milliseconds: 30 }));
  const [first, second] = await Promise.all(jobs.map(resultOf));
  expect(first?.helpers).toEqual([]);
  expect(second?.helpers).toEqual([]);
});

test('who cancels ends all parts', async () => {
  const { log, lines } = collectLog();
  const pool = await openPool(3, { log });
  const job = pool.submit({ pieces: 30, milliseconds: 10_000 });
  const busy = () => lines.map((line) => Number(/^(\d+) computes/.exec(line)?.[1]));
  await vi.waitFor(() => expect(busy()).toHaveLength(3), 5000);
  job.cancel();
  expect(await job.outcome).toEqual({ kind: 'cancelled' });
  await vi.waitFor(() => expect(busy().filter(isAlive)).toEqual([]), 5000);
  await resultOf(pool.submit({ pieces: 1, milliseconds: 0 }));
});
