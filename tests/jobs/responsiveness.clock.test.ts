import { expect, test } from 'vitest';
import { startBystander } from '../clock/bystander.ts';
import { openPool, submit } from './fixtures/pool.ts';

test('while every core trains, our own timers stay within 200 ms', async () => {
  const pool = openPool({ workers: 2 });
  const jobs = [1, 2].map(() => submit(pool, { do: 'burn', milliseconds: 2000 }));
  await Promise.all(jobs.map((job) => job.started));
  const bystander = await startBystander();
  const stop = watchLag();
  await Promise.all(jobs.map((job) => job.outcome));
  const { lag, ticks } = stop();
  expect(lag).toBeLessThan(200 + (await bystander.leave()));
  expect(ticks).toBeGreaterThan(50);
});

/** Measures how late a timer of 10 ms comes at worst. */
function watchLag(): () => { lag: number; ticks: number } {
  let [lag, ticks, last] = [0, 0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    lag = Math.max(lag, now - last - 10);
    ticks++;
    last = now;
  }, 10);
  return () => {
    clearInterval(timer);
    return { lag, ticks };
  };
}
