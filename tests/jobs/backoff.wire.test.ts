import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createBackoff } from '../../src/jobs/backoff.ts';
import { collectLog } from '../log.ts';
import { fixture, openPool, resultOf, submit } from './fixtures/pool.ts';

const look = { do: 'look' } as const;
const exit = { do: 'exit', code: 1, saying: '' } as const;

/** While this file exists, children of the script `moody` come up. */
const mood = join(tmpdir(), `seedling-moody-${process.pid}`);
const cheerUp = () => writeFileSync(mood, '');
afterEach(() => rmSync(mood, { force: true }));

test('the pause doubles with every failure in a row, up to the longest; a success ends it', () => {
  vi.useFakeTimers();
  try {
    const backoff = createBackoff({ first: 500, longest: 3000 });
    const pauses = Array.from({ length: 5 }, () => {
      backoff.failed(() => {});
      return Math.round(backoff.left() ?? 0);
    });
    expect(pauses).toEqual([500, 1000, 2000, 3000, 3000]);
    backoff.worked();
    expect([backoff.failures(), backoff.left()]).toEqual([0, undefined]);
    const next = vi.fn<() => void>();
    backoff.failed(next);
    vi.advanceTimersByTime(499);
    expect(next).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(next).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('children that exit at once are tried less and less often, whoever asks is told, and they come back by themselves', async () => {
  const { log, lines, all } = collectLog();
  const script = fixture('moody');
  const pool = openPool({ script, log, workers: 2, backoff: { first: 100, longest: 400 } });
  const asked = [look, look, look].map((order) => pool.submit(order));
  for (const job of asked)
    expect(await job.outcome).toEqual({ kind: 'unavailable', seconds: expect.any(Number) });
  expect(pool.state()).toEqual({ running: 0, waiting: 0, works: false });
  expect(pool.submit(look).refusal).toMatchObject({ kind: 'unavailable' });
  expect(lines).toContainEqual(expect.stringMatching(/^A demo process did not start\. .*code 9/));
  expect(lines.at(-1)).toMatch(/^\d demo processes in a row .* the next try is in \d+ s\.$/);

  cheerUp();
  await vi.waitFor(() => expect(pool.state().works).toBe(true), 60_000);
  expect(all.at(-1)).toBe('The demo processes start again.');
  expect((await resultOf(pool.submit(look))).pid).toBeGreaterThan(0);
});

test('a child that fails to start once costs a moment, no job', async () => {
  const { log, lines } = collectLog();
  const pool = openPool({ script: fixture('moody'), log, backoff: { first: 300 } });
  const job = pool.submit(look);
  await vi.waitFor(() => expect(lines).toHaveLength(1), 60_000);
  cheerUp();
  expect(await job.outcome).toMatchObject({ kind: 'done' });
  expect(lines).toHaveLength(1);
});

test('children that die in every job are not started in a storm either; one job that ends well ends the caution', async () => {
  const { log, lines } = collectLog();
  const pool = openPool({ log, backoff: { first: 100, longest: 200 } });
  for (let failure = 0; failure < 3; failure += 1)
    expect(await pool.submit(exit).outcome).toMatchObject({ kind: 'crashed' });
  expect(pool.submit(look).refusal).toEqual({ kind: 'unavailable', seconds: 1 });
  await vi.waitFor(() => expect(pool.state().works).toBe(true), 60_000);
  await resultOf(pool.submit(look));
  lines.length = 0;
  expect(await pool.submit(exit).outcome).toMatchObject({ kind: 'crashed' });
  expect(pool.submit(look).refusal).toBeUndefined();
  expect(lines).toEqual([expect.stringMatching(/^A job crashed/)]);
});

test('a child that never gets ready is given up', async () => {
  const { log, lines } = collectLog();
  const pool = openPool({
    script: fixture('hung'),
    log,
    startSeconds: 0.3,
    backoff: { first: 10 },
  });
  expect(await pool.submit(look).outcome).toMatchObject({ kind: 'unavailable' });
  expect(lines[0]).toBe('A demo process did not start. It was not ready within 0.3 s.');
});

test('who submits and takes back again and again does not fill the machine with processes', async () => {
  const pool = openPool({ workers: 2 });
  for (let attempt = 0; attempt < 20; attempt += 1) pool.submit(look).cancel();
  const pids = await Promise.all(
    Array.from({ length: 6 }, () => submit(pool, { do: 'sleep', milliseconds: 50 }).started),
  );
  expect(new Set(pids).size).toBeLessThanOrEqual(2);
});
