import { Arc4 } from './arc4.ts';

/**
 * The only sources of chance in Seedling. A demo varies one of them and holds the others. `settings` draws
 * hyper-parameters from a range; `bootstrap` resamples what was measured.
 */
export const streamNames = [
  'weights',
  'batches',
  'dropout',
  'data',
  'settings',
  'bootstrap',
] as const;
export type StreamName = (typeof streamNames)[number];

/** A reproducible sequence of draws. */
export interface Stream {
  /** In [0, 1), 53 bits. */
  uniform(): number;
  /** Mean 0, standard deviation 1, approximately normal. */
  normal(): number;
  /** The numbers 0 .. count-1 in random order. */
  permutation(count: number): number[];
}

/**
 * Opens the stream of that name. The same three inputs always give the same draws, on every machine;
 * any other name or index gives draws that have nothing to do with them.
 */
export function openStream(seed: string, name: StreamName, index: number): Stream {
  const generator = new Arc4(`${seed}/${name}/${index}`);
  const uniform = (): number => generator.double();
  return {
    uniform,
    normal: () => irwinHall(uniform),
    permutation: (count) => fisherYates(count, uniform),
  };
}

/**
 * Sum of 12 uniforms minus 6 (Irwin-Hall): near enough to normal for noise, and made of additions only,
 * where Box-Muller needs a logarithm whose last bit may differ between JavaScript engines.
 */
function irwinHall(uniform: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += uniform();
  return sum;
}

/** Fisher & Yates' shuffle in Durstenfeld's form (CACM 1964, algorithm 235). */
function fisherYates(count: number, uniform: () => number): number[] {
  const order: number[] = [];
  for (let i = 0; i < count; i++) order.push(i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1));
    const held = order[last] ?? last;
    order[last] = order[other] ?? other;
    order[other] = held;
  }
  return order;
}
