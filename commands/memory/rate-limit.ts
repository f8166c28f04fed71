import { LRUCache } from 'lru-cache';
import { expiring, type Clock } from './expiring.ts';

/** How many messages of one person are answered in a while. */
export interface RateLimit {
  /** Counts a message. `warn`: it is one too many, so tell the person; `ignore`: they were told already. */
  take(userId: string): 'answer' | 'warn' | 'ignore';
}

export interface RateLimitSettings {
  /** Messages in one window, which begins with the first of them. */
  readonly most: number;
  readonly seconds: number;
}

/** Counts in memory, so a restart begins anew. */
export function createRateLimit(
  { most, seconds }: RateLimitSettings = { most: 10, seconds: 60 },
  clock?: Clock,
): RateLimit {
  const windows = new LRUCache<string, { count: number }>(expiring(seconds, clock));
  return {
    take(userId) {
      const window = windows.get(userId) ?? { count: 0 };
      if (window.count === 0) windows.set(userId, window);
      window.count += 1;
      if (window.count <= most) return 'answer';
      return window.count === most + 1 ? 'warn' : 'ignore';
    },
  };
}
