import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openJobs,
  openWorker,
  type Jobs,
  type Progress,
  type Worker,
} from '../../../src/jobs/index.ts';
import { hasRedis, startRedis, type RedisServer } from '../../redis.ts';

const settings = { workers: 1, maxWaiting: 20, deadlineSeconds: 30 };
const parameters = { cause: 'dropout', variant: 'inference', runs: 3, seed: '7' } as const;

describe.skipIf(!hasRedis)('demos over Redis', () => {
  let redis: RedisServer;
  let jobs: Jobs;
  let worker: Worker;

  beforeAll(async () => {
    redis = await startRedis();
    worker = await openWorker({ ...settings, redisUrl: redis.url });
    await worker.ready;
    jobs = await openJobs({ ...settings, redisUrl: redis.url });
  });
  afterAll(async () => {
    await jobs.close();
    await worker.close();
    await redis.stop();
  });

  test('a demo that a worker runs gives the same as one that runs here, and its progress is told', async () => {
    const progress: Progress[] = [];
    const places: number[] = [];
    const job = await jobs.submit(
      { parameters, locale: 'en' },
      { onProgress: (each) => progress.push(each), onPosition: (place) => places.push(place) },
    );
    const outcome = await job.outcome;
    const local = await openJobs(settings);
    const here = await (await local.submit({ parameters, locale: 'en' })).outcome;
    await local.close();
    expect(outcome).toEqual({ ...here, milliseconds: expect.any(Number) });
    // Nothing is told to whoever finds it running at once.
    expect(places.filter((place) => place > 0)).toEqual([]);
    expect(progress.at(-1)).toEqual({ done: 6, total: 6 });
  });
});
