import { expect, test } from 'vitest';
import { loadMachines, overheadOf } from '../../tools/load/machines.ts';
import { hasRedis } from '../redis.ts';

if (!hasRedis)
  console.log('SKIPPED: the figures of many machines, because redis-server is missing.');
const settings = { workers: [1], demos: 6, oneByOne: 1 };

test.skipIf(!hasRedis)(
  'the load of many machines is measured, first of the bot alone',
  async () => {
    const [alone, one, ...more] = await loadMachines(settings);
    expect(more).toEqual([]);
    expect(alone).toMatchObject({ workers: 0, results: 6, redisMs: 0 });
    expect(one).toMatchObject({ workers: 1, results: 6 });
    expect(one?.redisMs).toBeGreaterThan(0);
    for (const { demosASecond, acknowledged99Ms } of [alone, one].filter(
      (each) => each !== undefined,
    )) {
      expect(demosASecond).toBeGreaterThan(0);
      expect(acknowledged99Ms).toBeLessThan(3_000);
    }
  },
);

test.skipIf(!hasRedis)('what handing over costs is measured beside doing it here', async () => {
  const { hereMs, thereMs } = await overheadOf(settings);
  expect(hereMs).toBeGreaterThan(0);
  expect(thereMs).toBeGreaterThan(0);
});
