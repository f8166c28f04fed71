import type { Concept } from '../content/index.ts';

/** How often each feature occurs; the name's first letter says its kind: w(ord), h(an), c(haracters), k(oncept). */
export type Features = ReadonlyMap<string, number>;

const wordPattern = /[\p{Script=Latin}][\p{Script=Latin}\d_.]*|\d+/gu;
const hanPattern = /\p{Script=Han}+/gu;

/** Words of a folded text, and the parts of `model.eval` or `batch_first`. */
export function wordsOf(folded: string): string[] {
  const words = folded.match(wordPattern) ?? [];
  return words.flatMap((word) => {
    const parts = word.split(/[._]/).filter(Boolean);
    return parts.length > 1 ? [word, ...parts] : parts;
  });
}

/** Pieces of `length` letters. */
function pieces(text: string, length: number): string[] {
  const letters = Array.from(text);
  return letters.slice(length - 1).map((_, start) => letters.slice(start, start + length).join(''));
}

/** Words, Chinese bigrams and trigrams, pieces of four letters within words, and the concepts that match. */
export function extractor(
  concepts: readonly Concept[],
): (folded: string, words: readonly string[]) => Features {
  const compiled = concepts.map(({ id, patterns }) => ({
    id,
    patterns: patterns.map((pattern) => new RegExp(pattern, 'iu')),
  }));
  return (folded, words) => {
    const han = folded.match(hanPattern) ?? [];
    const matching = compiled.filter(({ patterns }) => patterns.some((p) => p.test(folded)));
    const kinds: [string, readonly string[], number][] = [
      ['w', words, 1],
      ['h', han.flatMap((run) => [...pieces(run, 2), ...pieces(run, 3)]), 1],
      ['c', words.flatMap((word) => pieces(`_${word}_`, 4)), 0.5],
      ['k', matching.map(({ id }) => id), 1.5],
    ];
    return new Map(kinds.flatMap(([kind, names, weight]) => normalised(kind, names, weight)));
  };
}

/** Each kind gets the same length (Euclidean) whatever the length of the question, times its weight. */
function normalised(kind: string, names: readonly string[], weight: number): [string, number][] {
  const distinct = [...new Set(names)];
  const value = weight / Math.sqrt(distinct.length || 1);
  return distinct.map((name) => [`${kind}:${name}`, value]);
}
