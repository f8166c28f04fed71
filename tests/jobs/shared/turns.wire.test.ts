import { Queue } from 'bullmq';
import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createQueue, type QueueLimits } from '../../../src/jobs/queue.ts';
import { queueName } from '../../../src/jobs/shared/names.ts';
import { prefix } from '../../../src/redis/index.ts';
import { sharedTurns } from '../../../src/jobs/shared/turns.ts';
import { anyStep, cases, type Step } from './turns-cases.ts';
import { hasRedis, startRedis, type RedisServer } from '../../redis.ts';

const boundless: QueueLimits = { all: 1000, user: 1000, server: 1000 };

describe.skipIf(!hasRedis)('the turns of all processes', () => {
  let server: RedisServer;
  let redis: Redis;
  let queue: Queue;

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    queue = new Queue(queueName, { connection: redis, prefix });
  });
  afterEach(() => redis.flushall());
  afterAll(async () => {
    await queue.close();
    redis.disconnect();
    await server.stop();
  });

  /** Does the steps here and there; what both queues said, and their order after each step. */
  async function run(steps: readonly Step[], few: Partial<QueueLimits> = {}) {
    const limits = { ...boundless, ...few };
    const turns = sharedTurns(redis, limits);
    await turns.alive('worker');
    const local = createQueue<string>(limits, () => {});
    const items: string[] = [];
    const localOrder = () =>
      items
        .filter((item) => local.placeOf(item) > 0)
        .toSorted((a, b) => local.placeOf(a) - local.placeOf(b));
    const sharedOrder = () => redis.zrange(`${prefix}:${queueName}:prioritized`, '0', '-1');
    const said: [unknown, unknown][] = [];
    for (const step of steps) {
      if (step.do === 'join') {
        const item = `${step.by.user}${items.length}`;
        items.push(item);
        const admitted = await turns.admit(item, 'process', step.by, step.cost ?? 1);
        if (admitted === 'new') {
          await queue.add('demo', {}, { jobId: item, priority: 2_097_151 });
          await turns.order();
        }
        said.push([local.join(item, step.by, step.cost) ?? 'new', admitted]);
      } else if (step.do === 'next') {
        const [item] = await sharedOrder();
        if (item !== undefined) {
          await queue.remove(item);
          await turns.begin(item);
        }
        said.push([local.next(), item]);
      } else {
        const item = localOrder()[step.at];
        if (item === undefined) continue;
        if (step.do === 'prefer') {
          local.prefer(item);
          await turns.prefer(item);
        } else {
          local.leave(item);
          await queue.remove(item);
          await turns.leave(item, 'process');
        }
      }
      said.push([localOrder(), await sharedOrder()]);
    }
    await redis.flushall();
    return { here: said.map(([each]) => each), there: said.map(([, each]) => each) };
  }

  test.for(cases)('are those of one process: %s', async ([, steps, limits]) => {
    const { here, there } = await run(steps, limits);
    expect(there).toEqual(here);
  });

  test('are those of one process, whatever happens', async () => {
    await assert(
      asyncProperty(
        array(anyStep, { minLength: 10, maxLength: 40 }),
        constantFrom({}, { user: 3, server: 5, all: 8 }),
        async (steps, limits) => {
          const { here, there } = await run(steps, limits);
          expect(there).toEqual(here);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  test('who waits for nothing any more does not count', async () => {
    const turns = sharedTurns(redis, { ...boundless, all: 1 });
    expect(await turns.admit('a', 'process', { user: 'a' }, 1)).toBe('nobody');
    await turns.alive('worker');
    expect(await turns.admit('a', 'process', { user: 'a' }, 1)).toBe('new');
    // Its process ends before it has added the job.
    const key = `${prefix}:waiting`;
    const entry = JSON.parse((await redis.hget(key, 'a')) ?? '') as { since: number };
    await redis.hset(key, 'a', JSON.stringify({ ...entry, since: entry.since - 11_000 }));
    expect(await turns.admit('b', 'process', { user: 'b' }, 1)).toBe('new');
  });
});
