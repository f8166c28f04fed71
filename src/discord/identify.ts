import { Events, SimpleIdentifyThrottler, type Client, type WebSocketOptions } from 'discord.js';
import type { Log } from '../log.ts';
import type { Pause } from './pause.ts';

/** Waits until a shard may begin, of those with the same `key`, which take turns over all processes. */
export type MayBegin = (key: number, signal: AbortSignal) => Promise<void>;

type Throttler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

const second = 1_000;
const minute = 60 * second;
/** Before the third try in a row, and the next ones; the last pause again and again. */
const pauses = [15, 30, 60, 120, 240, 480, 600].map((seconds) => seconds * second);

/** The tries of each shard to begin a session. */
export interface Tries {
  /** In milliseconds. */
  waitOf(shard: number): number;
  began(shard: number): void;
  /** Its session is there. */
  ready(shard: number): void;
}

/** `now`: in milliseconds, from any beginning. */
export function countTries(now = () => performance.now()): Tries {
  const tries = new Map<number, { readonly count: number; readonly at: number }>();
  const readySince = new Map<number, number>();
  return {
    waitOf(shard) {
      // A session that was there for a minute is one that did not come to nothing.
      const since = readySince.get(shard);
      readySince.delete(shard);
      if (since !== undefined && now() - since > minute) tries.delete(shard);
      const { count, at } = tries.get(shard) ?? { count: 0, at: 0 };
      if (count < 2) return 0;
      const pause = pauses[Math.min(count - 2, pauses.length - 1)] ?? 0;
      return Math.max(0, at + pause - now());
    },
    began: (shard) =>
      void tries.set(shard, { count: (tries.get(shard)?.count ?? 0) + 1, at: now() }),
    ready: (shard) => void readySince.set(shard, now()),
  };
}

interface Patience {
  readonly log: Log;
  readonly pause: Pause;
  readonly mayBegin: MayBegin | undefined;
}

/**
 * Discord lets a bot identify 1,000 times a day, and resets the token of one that asks for more. discord.js asks again every
 * few seconds while Discord takes up no session; here a shard asks in growing pauses: at most twelve times in the first
 * hour, and six times in each later one. The pauses that Discord itself wants between shards are kept too, over all processes.
 */
export function patientIdentify({ log, pause, mayBegin }: Patience) {
  const tries = countTries();
  const build: Throttler = async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    const usual = new SimpleIdentifyThrottler(limit.max_concurrency);
    return {
      async waitForIdentify(shard, signal) {
        const wait = tries.waitOf(shard);
        if (wait > 0) {
          const seconds = Math.ceil(wait / second);
          log.warn(
            `Discord takes up no session (shard ${shard}). The next try is in ${seconds} s.`,
          );
          await Promise.race([pause(wait), aborted(signal)]);
        }
        await usual.waitForIdentify(shard, signal);
        await mayBegin?.(shard % limit.max_concurrency, signal);
        tries.began(shard);
      },
    };
  };
  let built: ReturnType<Throttler> | undefined;
  return {
    /** One for all shards; discord.js may ask for it more than once. */
    throttler: ((manager) => (built ??= build(manager))) satisfies Throttler,
    follow: (client: Client) => void client.on(Events.ShardReady, (shard) => tries.ready(shard)),
  };
}

/** Rejects when the connection is closed meanwhile; then discord.js opens another one, and asks again. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const give = () => reject(new Error('The connection is closed.'));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
