/** How many sessions a bot is to have, and how often it may begin one. */
export interface SessionStarts {
  /** The part of `/gateway/bot` that tells it. */
  state(): object;
  /** Counts the start of a session. False if it comes too soon after another one. */
  begin(shard: number): boolean;
}

/** Of a day. */
const total = 1000;
const interval = 5000;
/** In milliseconds: so much sooner than it was sent, beside the one before, a start may arrive here. */
const tolerance = 100;

/**
 * As many shards as are asked for. If `maxConcurrency` is given, it is enforced, as Discord does it: of the shards with the same
 * remainder by it, one starts in five seconds.
 */
export function createSessionStarts(shards = 1, maxConcurrency?: number): SessionStarts {
  let begun = 0;
  const last = new Map<number, number>();
  return {
    state: () => ({
      shards,
      session_start_limit: {
        total,
        remaining: total - begun,
        reset_after: 86_400_000,
        max_concurrency: maxConcurrency ?? 1,
      },
    }),
    begin(shard) {
      begun += 1;
      if (maxConcurrency === undefined) return true;
      const key = shard % maxConcurrency;
      const now = performance.now();
      const isTooSoon = now - (last.get(key) ?? -interval) < interval - tolerance;
      last.set(key, now);
      return !isTooSoon;
    },
  };
}
