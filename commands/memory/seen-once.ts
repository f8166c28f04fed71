/** Messages that something was done to once. */
export interface Marks {
  /** True the first time. */
  mark(messageId: string): boolean;
}

/** Remembers the last ones: after a restart a second press counts once more. */
export function createMarks(most = 1_000): Marks {
  const marked = new Set<string>();
  return {
    mark(messageId) {
      if (marked.has(messageId)) return false;
      marked.add(messageId);
      const [oldest] = marked;
      if (marked.size > most && oldest !== undefined) marked.delete(oldest);
      return true;
    },
  };
}
