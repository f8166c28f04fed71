import type { Concept } from '../content/index.ts';
import { anyOf } from '../evidence/index.ts';

/** Weight of each feature; the name's first letter says its kind: w(ord), b(oth words), h(an), c(haracters), k(oncept), r(uled out), p(air). */
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
  const found: string[] = [];
  for (let end = length; end <= text.length; end++) found.push(text.slice(end - length, end));
  return found;
}

/** Every two neighbours. */
const neighbours = (words: readonly string[]): string[] =>
  words.slice(1).map((word, i) => `${words[i]} ${word}`);

/** Every two of them. */
const pairs = (names: readonly string[]): string[] =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a} ${b}`));

export interface Read {
  /** Folded, without what was ruled out, and its words again as corrected. */
  readonly text: string;
  readonly words: readonly string[];
  readonly ruledOut: readonly string[];
}

/**
 * Words, words and their neighbours, Chinese letters and bigrams, pieces of four letters within words, the concepts that match
 * or are ruled out, and each two of these together. The weights are the best of those tried by cross-validation and on the
 * open questions.
 */
export function extractor(concepts: readonly Concept[]): (read: Read) => Features {
  const compiled = concepts.map(({ id, patterns }) => ({ id, pattern: anyOf(patterns) }));
  return ({ text, words, ruledOut }) => {
    const han = text.match(hanPattern) ?? [];
    const matching = compiled
      .filter(({ pattern }) => text.search(pattern) >= 0)
      .map(({ id }) => id);
    const kinds: [string, readonly string[], number][] = [
      ['w', words, 1],
      ['b', neighbours(words), 0.5],
      ['h', han.flatMap((run) => [...pieces(run, 1), ...pieces(run, 2)]), 1],
      ['c', words.flatMap((word) => pieces(`_${word}_`, 4)), 0.5],
      ['k', matching, 0.8],
      ['r', ruledOut, 0.8],
      ['p', pairs([...matching, ...ruledOut]), 0.6],
    ];
    const all = kinds.flatMap(([kind, names, weight]) => normalised(kind, names, weight));
    // Few concepts are what most questions that aren't ours have in common.
    return new Map([...all, ['few', 1 / (1 + matching.length)]]);
  };
}

/** Longer questions have smaller values, but not quite as small as the same length (Euclidean) would ask, which is 0.5. */
const damping = 0.35;

function normalised(kind: string, names: readonly string[], weight: number): [string, number][] {
  const distinct = [...new Set(names)];
  const value = weight / (distinct.length || 1) ** damping;
  return distinct.map((name) => [`${kind}:${name}`, value]);
}
