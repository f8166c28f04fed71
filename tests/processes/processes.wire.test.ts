import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectProcesses, type Processes } from '../../src/processes/index.ts';
import { collectLog } from '../log.ts';
import { hasRedis, startRedis, type RedisServer } from '../redis.ts';

if (!hasRedis)
  console.log('SKIPPED: what processes tell each other over Redis, because it is missing.');

describe.skipIf(!hasRedis)('processes', () => {
  let redis: RedisServer;
  let one: Processes;
  let other: Processes;
  const { log, lines } = collectLog();
  const runs = new Set(['there']);
  const { signal } = new AbortController();

  beforeAll(async () => {
    redis = await startRedis();
    one = await connectProcesses(redis.url, () => false, log);
    other = await connectProcesses(redis.url, (id) => runs.delete(id), log);
  });
  afterAll(async () => {
    one.close();
    other.close();
    await redis.stop();
  });

  test('one ends what another has begun, once', async () => {
    expect(await one.cancel('there')).toBe(true);
    expect(await one.cancel('there')).toBe(false);
  });

  test('shards with one key take turns over all processes, others do not wait', async () => {
    await one.mayBegin(0, signal);
    await one.mayBegin(1, signal);
    const patience = AbortSignal.timeout(50);
    await expect(other.mayBegin(0, patience)).rejects.toThrow('aborted');
    expect(lines).toEqual([]);
  });

  test('without Redis nobody waits and nothing is ended, and later all is as before', async () => {
    await redis.stop();
    await vi.waitFor(() => one.mayBegin(0, AbortSignal.timeout(50)));
    expect(lines).toEqual([
      "A shard begins, but REDIS_URL can't say whether one of another process does.",
    ]);
    expect(await one.cancel('there')).toBe(false);
    await redis.start();
    runs.add('again');
    await vi.waitFor(async () => expect(await one.cancel('again')).toBe(true), 10_000);
  });
});
