import type { Features } from './features.ts';

/** Features by number: positions in the vocabulary and values. Position 0 is the constant, whose value is 1. */
export interface Row {
  readonly positions: Uint32Array;
  readonly values: Float64Array;
}

/** The names of the features that occur in what is learned from, in the order in which they occur first. */
export const namesOf = (all: readonly Features[]): readonly string[] => [
  ...new Set(all.flatMap((features) => [...features.keys()])),
];

/** Numbers these names from 1. */
export interface Vocabulary {
  readonly size: number;
  readonly has: (name: string) => boolean;
  /** What isn't in the vocabulary is left out. */
  readonly toRow: (features: Features) => Row;
}

export function vocabularyOf(names: readonly string[]): Vocabulary {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
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
