import type { Features } from './features.ts';

/** Features by number: positions in the vocabulary and values. Position 0 is the constant, whose value is 1. */
export interface Row {
  readonly positions: Uint32Array;
  readonly values: Float64Array;
}

/** The features that occur in what is learned from, numbered in the order in which they occur first. */
export interface Vocabulary {
  readonly size: number;
  readonly has: (name: string) => boolean;
  /** What isn't in the vocabulary is left out. */
  readonly toRow: (features: Features) => Row;
}

export function vocabularyOf(all: readonly Features[]): Vocabulary {
  const numbers = new Map<string, number>();
  for (const features of all)
    for (const name of features.keys()) if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  const toRow = (features: Features): Row => {
    const positions = [0];
    const values = [1];
    for (const [name, value] of features) {
      const number = numbers.get(name);
      if (number === undefined) continue;
      positions.push(number);
      values.push(value);
    }
    return { positions: Uint32Array.from(positions), values: Float64Array.from(values) };
  };
  return { size: numbers.size + 1, has: (name) => numbers.has(name), toRow };
}
