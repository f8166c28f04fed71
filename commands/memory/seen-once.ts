import { LRUCache } from 'lru-cache';

/** Remembers messages to which something may be done only once. */
export interface SeenOnce {
  /** True the first time. */
  isFirst(messageId: string): boolean;
}

/** Remembers the last ones: after a restart a second press counts once more. */
export function createSeenOnce(most = 1_000): SeenOnce {
  const seen = new LRUCache<string, true>({ max: most });
  return {
    isFirst(messageId) {
      if (seen.has(messageId)) return false;
      seen.set(messageId, true);
      return true;
    },
  };
}
