import { ascending, quantile } from '../../src/demos/index.ts';

/** In milliseconds, over the rounds. */
export interface Timing {
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
}

export function summarise(milliseconds: readonly number[]): Timing {
  const sorted = ascending(milliseconds);
  return {
    medianMs: quantile(sorted, 0.5),
    minMs: quantile(sorted, 0),
    maxMs: quantile(sorted, 1),
  };
}

/** Does something `count` times and returns the milliseconds that one took. */
export type Repeat = (count: number) => number | Promise<number>;

export interface Effort {
  readonly rounds: number;
  /**
   * A round repeats its work until it lasts about this long. Many short rounds rather than few long ones: most of them
   * then pass undisturbed by whatever else runs, and the median is one of those.
   */
  readonly roundMs: number;
}

/**
 * Times all contestants in turn, round after round, so that a slow moment of the machine affects all of them. Each is
 * warmed up first, until the compilers are done and we know how often to repeat it.
 */
export async function timeInTurn<Key>(
  contestants: ReadonlyMap<Key, Repeat>,
  effort: Effort,
): Promise<Map<Key, Timing>> {
  const counts = new Map<Key, number>();
  for (const [key, repeat] of contestants) counts.set(key, await warmUp(repeat, effort.roundMs));
  const times = new Map<Key, number[]>();
  for (let round = 0; round < effort.rounds; round++)
    for (const [key, repeat] of contestants) {
      const known = times.get(key) ?? [];
      known.push(await repeat(counts.get(key) ?? 1));
      times.set(key, known);
    }
  return new Map([...times].map(([key, milliseconds]) => [key, summarise(milliseconds)]));
}

/** Takes the time of some rounds. Returns how often a round will repeat it. */
async function warmUp(repeat: Repeat, roundMs: number): Promise<number> {
  let count = 1;
  for (;;) {
    const each = await repeat(count);
    if (each * count >= 5 * roundMs) return Math.max(1, Math.round(roundMs / each));
    count *= 2;
  }
}

/** How long it takes, in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}
