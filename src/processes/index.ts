import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { connectHastily, connectPatiently, patience } from '../redis/index.ts';
import { openCalls, type CancelHere } from './calls.ts';
import { waitForTurn } from './identify.ts';

/** What the processes of one bot, each with a part of its servers, tell each other over a Redis. */
export interface Processes {
  /**
   * Waits until a shard may begin, of those with the same `key`, which take turns over all processes. While Redis is away it
   * does not wait. Rejects once `signal` is aborted.
   */
  readonly mayBegin: (key: number, signal: AbortSignal) => Promise<void>;
  /** Ends a run that another process has begun. False if none has it. */
  cancel(id: string): Promise<boolean>;
  readonly close: () => void;
}

/** `cancelHere` ends a run of this process; false if there is none of that id. */
export async function connectProcesses(
  url: string,
  cancelHere: CancelHere,
  log: Log,
): Promise<Processes> {
  // src/jobs says in the log that Redis is away.
  const redis = connectHastily(url);
  const listening = connectPatiently(url);
  const ready = new Promise((resolve) => redis.once('ready', resolve));
  await Promise.race([ready, sleep(patience, undefined, { ref: false })]);
  const calls = await openCalls(redis, listening, cancelHere);
  return {
    mayBegin: (key, signal) => waitForTurn(redis, key, signal, log),
    cancel: (id) => calls.cancel(id),
    close: () => {
      for (const each of [redis, listening]) each.disconnect();
    },
  };
}
