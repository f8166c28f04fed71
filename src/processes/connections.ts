import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** In milliseconds. How long the start of the bot waits for Redis. */
const patience = 2_000;

const retryStrategy = (tries: number): number => Math.min(tries * 100, 2_000);

/** One for commands, which fail at once while Redis is away, and one that listens. Both come back by themselves. */
export async function openConnections(url: string) {
  const redis = new Redis(url, {
    retryStrategy,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: patience,
  });
  const listening = new Redis(url, { retryStrategy, maxRetriesPerRequest: null });
  // src/jobs says in the log that Redis is away.
  for (const each of [redis, listening]) each.on('error', () => {});
  const ready = new Promise((resolve) => redis.once('ready', resolve));
  await Promise.race([ready, sleep(patience, undefined, { ref: false })]);
  return {
    redis,
    listening,
    close: () => {
      for (const each of [redis, listening]) each.disconnect();
    },
  };
}
