import { LRUCache } from 'lru-cache';
import { writeSeriesName, type SeriesName } from '../../src/demos/index.ts';
import { expiring, type Clock } from './expiring.ts';

/**
 * People's own series, as long as a conversation lasts: so that a new seed, or the same once more, needs no new upload. They
 * are kept nowhere else.
 */
export interface SeriesMemory {
  note(name: SeriesName, values: readonly number[], userId: string): void;
  values(name: SeriesName): readonly number[] | undefined;
  /** Of this person. */
  forget(userId: string): void;
}

/** Of all that is kept, in numbers: 8 MB. */
const mostKept = 1_000_000;

export function createSeriesMemory(minutes = 10, clock?: Clock): SeriesMemory {
  const kept = new LRUCache<string, { readonly values: readonly number[]; userId: string }>({
    ...expiring(minutes * 60, clock),
    maxSize: mostKept,
    sizeCalculation: ({ values }) => values.length,
  });
  return {
    note: (name, values, userId) => void kept.set(writeSeriesName(name), { values, userId }),
    values: (name) => kept.get(writeSeriesName(name))?.values,
    forget(userId) {
      for (const [name, each] of kept.entries()) if (each.userId === userId) kept.delete(name);
    },
  };
}
