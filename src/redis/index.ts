import { Redis } from 'ioredis';
import { silent, type Log } from '../log.ts';

/** Of all keys. In braces, so that a cluster of Redis keeps all of it on one machine: a script may then touch several keys. */
export const prefix = '{seedling}';

/** In milliseconds. How long the start of the bot waits for Redis, and how long a command may take. */
export const patience = 2_000;

/**
 * For what people wait for: a command fails at once while Redis is away, and soon if it hangs, because Discord gives three
 * seconds.
 */
export const connectHastily = (url: string, log: Log = silent): Redis =>
  telling(
    new Redis(url, {
      retryStrategy,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: patience,
    }),
    log,
  );

/** For what waits for Redis as long as it takes: a worker, and whoever listens. */
export const connectPatiently = (url: string, log: Log = silent): Redis =>
  telling(new Redis(url, { retryStrategy, maxRetriesPerRequest: null }), log);

const retryStrategy = (tries: number): number => Math.min(tries * 100, 2_000);

/** It opens by itself, again and again, and says once when it is lost and when it is back. */
function telling(redis: Redis, log: Log): Redis {
  let isLost = false;
  redis.on('error', (error: Error) => {
    if (!isLost)
      log.error(
        `REDIS_URL can't be reached, so no demo comes from or goes to other machines: ${error.message}`,
      );
    isLost = true;
  });
  redis.on('ready', () => {
    if (isLost) log.info('Redis is back.');
    isLost = false;
  });
  return redis;
}
