import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { prefix } from '../redis/index.ts';

/** In milliseconds. Discord asks for five seconds, and the way to it takes a different time for each process. */
const interval = 5_500;

/** See `Processes.mayBegin`. Whoever holds the key may begin; it is gone by itself when the next one may. */
export async function waitForTurn(
  redis: Redis,
  key: number,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  const name = `${prefix}:identify:${key}`;
  for (;;) {
    signal.throwIfAborted();
    let left: number;
    try {
      if (await redis.set(name, '1', 'PX', interval, 'NX')) return;
      left = await redis.pttl(name);
    } catch {
      log.warn("A shard begins, but REDIS_URL can't say whether one of another process does.");
      return;
    }
    await sleep(Math.max(left, 0) + 10, undefined, { signal });
  }
}
