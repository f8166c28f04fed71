import type { Log } from '../log.ts';
import { openCalls, type CancelHere } from './calls.ts';
import { waitForTurn } from './identify.ts';
import { openConnections } from './connections.ts';

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
  const { redis, listening, close } = await openConnections(url);
  const calls = await openCalls(redis, listening, cancelHere);
  return {
    mayBegin: (key, signal) => waitForTurn(redis, key, signal, log),
    cancel: (id) => calls.cancel(id),
    close,
  };
}
