import { describe, expect, it } from 'vitest';
import { draws } from '../../src/demos/draws.ts';
import { mostRuns } from '../../src/demos/index.ts';

describe.each(Object.entries(draws))('the draws of the stream %s', (_stream, ranges) => {
  it('are in ranges that no number of runs makes overlap', () => {
    const { shared = -1, ...others } = ranges as Readonly<Record<string, number>>;
    const starts = Object.values(others).toSorted((a, b) => a - b);
    expect(starts[0]).toBeGreaterThan(shared);
    for (const [at, start] of starts.slice(1).entries())
      expect(start - (starts[at] ?? 0)).toBeGreaterThan(mostRuns);
  });
});
