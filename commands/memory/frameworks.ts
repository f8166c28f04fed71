import { LRUCache } from 'lru-cache';
import type { Framework } from '../../src/evidence/index.ts';
import { expiring, type Clock } from './expiring.ts';

/** Which framework somebody writes in, as long as a conversation lasts. */
export interface Frameworks {
  of(userId: string): Framework | undefined;
  note(userId: string, framework: Framework): void;
}

/** Losing it at a restart costs one press. */
export function createFrameworks(minutes = 10, clock?: Clock): Frameworks {
  const known = new LRUCache<string, Framework>(expiring(minutes * 60, clock));
  return {
    of: (userId) => known.get(userId),
    note: (userId, framework) => void known.set(userId, framework),
  };
}
