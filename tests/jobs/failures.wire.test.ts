import { expect, test, vi } from 'vitest';
import { collectLog } from '../log.ts';
import { fixture, isAlive, openPool, submit, type TestPool } from './fixtures/pool.ts';

const forever = { do: 'sleep', milliseconds: 60_000 } as const;
const look = { do: 'look' } as const;

const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), 60_000);

const serves = async (pool: TestPool) => (await pool.submit(look).outcome).kind === 'done';

test('cancelling a running job kills its child, even one that never yields', async () => {
  const pool = openPool();
  for (const order of [forever, { do: 'burn', milliseconds: 60_000 } as const]) {
    const job = submit(pool, order);
    const pid = await job.started;
    job.cancel();
    expect(await job.outcome).toEqual({ kind: 'cancelled' });
    await gone(pid);
  }
  expect(await serves(pool)).toBe(true);
});

test('cancelling a job whose child is still starting ends it too', async () => {
  const pool = openPool();
  const job = submit(pool, forever);
  job.cancel();
  expect(await job.outcome).toEqual({ kind: 'cancelled' });
  expect(await serves(pool)).toBe(true);
});

test('cancelling twice, or after the end, changes nothing', async () => {
  const job = openPool().submit(look);
  const outcome = await job.outcome;
  job.cancel();
  expect(await job.outcome).toBe(outcome);
});

test('the deadline counts from the start of a job, and kills its child', async () => {
  const pool = openPool({ deadlineSeconds: 1 });
  const stuck = submit(pool, { do: 'burn', milliseconds: 60_000 });
  const waiting = submit(pool, { do: 'sleep', milliseconds: 100 });
  const pid = await stuck.started;
  expect(await stuck.outcome).toEqual({ kind: 'timed-out', seconds: 1 });
  await gone(pid);
  // It waited for as long as the deadline.
  expect(await waiting.outcome).toMatchObject({ kind: 'done' });
});

test('a child that exits fails its job only, and the log says how and what it said last', async () => {
  const { log, lines } = collectLog();
  const pool = openPool({ log });
  const job = pool.submit({ do: 'exit', code: 3, saying: 'no space left' });
  const waiting = pool.submit(look);
  const detail = 'The child process exited with code 3.\nno space left';
  expect(await job.outcome).toEqual({ kind: 'crashed', detail });
  expect(await waiting.outcome).toMatchObject({ kind: 'done' });
  expect(lines).toEqual([`A job crashed. ${detail}`]);
});

test('a child that is killed from outside fails its job only', async () => {
  const pool = openPool();
  const job = submit(pool, forever);
  process.kill(await job.started, 'SIGKILL');
  expect(await job.outcome).toEqual({
    kind: 'crashed',
    detail: 'The child process was ended by SIGKILL.',
  });
  expect(await serves(pool)).toBe(true);
});

test('a child killed while idle fails no job', async () => {
  const pool = openPool();
  const job = submit(pool, look);
  const pid = await job.started;
  await job.outcome;
  process.kill(pid, 'SIGKILL');
  await gone(pid);
  expect(await serves(pool)).toBe(true);
});

test('a child that is stopped is killed at the deadline', async () => {
  const pool = openPool({ deadlineSeconds: 1 });
  const job = submit(pool, forever);
  const pid = await job.started;
  process.kill(pid, 'SIGSTOP');
  expect(await job.outcome).toMatchObject({ kind: 'timed-out' });
  await gone(pid);
});

test('a job that throws tells its message, and its child is not used again', async () => {
  const pool = openPool();
  const job = submit(pool, { do: 'throw', message: 'not a number' });
  const pid = await job.started;
  const outcome = await job.outcome;
  expect(outcome.kind === 'crashed' && outcome.detail).toContain('not a number');
  await gone(pid);
  expect(await serves(pool)).toBe(true);
});

test('a child that runs out of memory fails its job only', async () => {
  const pool = openPool({ memory: 64 });
  const outcome = await pool.submit({ do: 'hoard' }).outcome;
  expect(outcome.kind === 'crashed' && outcome.detail).toContain('SIGABRT');
  expect(await serves(pool)).toBe(true);
});

test('children that cannot even start fail each job, and nothing hangs', async () => {
  const pool = openPool({ script: fixture('broken'), warm: 1, backoff: { first: 10 } });
  const outcomes = await Promise.all([look, look, look].map((order) => pool.submit(order).outcome));
  expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'unavailable', seconds: 1 })));
});

test('of many jobs that end in every way none is lost', async () => {
  const pool = openPool({ workers: 2, maxWaiting: 12 });
  const jobs = Array.from({ length: 14 }, (_, i) => {
    if (i % 5 === 1) return pool.submit({ do: 'exit', code: 1, saying: '' });
    if (i % 5 === 2) return pool.submit({ do: 'throw', message: 'broken' });
    return pool.submit(look);
  });
  jobs[4]?.cancel();
  const outcomes = await Promise.all(jobs.map((job) => job.outcome));
  expect(outcomes.map(({ kind }) => kind).join(' ')).toBe(
    'done crashed crashed done cancelled done crashed crashed done done done crashed crashed done',
  );
});
