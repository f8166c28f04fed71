/** How many messages of one person are answered in a while. */
export interface Pace {
  /** `stop`: too many, and the person is to be told; `hush`: told already. */
  take(userId: string): 'go' | 'stop' | 'hush';
}

export interface PaceSettings {
  readonly most: number;
  readonly seconds: number;
}

/** Counts in memory: a restart forgives. */
export function createPace(
  { most, seconds }: PaceSettings = { most: 10, seconds: 60 },
  now: () => number = Date.now,
): Pace {
  const windows = new Map<string, { readonly until: number; count: number }>();
  return {
    take(userId) {
      // The oldest come first.
      for (const [id, { until }] of windows) {
        if (until > now()) break;
        windows.delete(id);
      }
      const window = windows.get(userId) ?? { until: now() + seconds * 1000, count: 0 };
      windows.set(userId, window);
      window.count += 1;
      if (window.count <= most) return 'go';
      return window.count === most + 1 ? 'stop' : 'hush';
    },
  };
}
