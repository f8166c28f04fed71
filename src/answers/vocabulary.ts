import type { Counts, Pieces } from './pieces.ts';

/**
 * A question by numbers: positions in the vocabulary and values. Position 0 is the constant, whose value is 1, position 1 the
 * share of its words that the vocabulary doesn't have: of what we know no word, little is ours. One of those that follow is the
 * constant of questions so long.
 */
export interface Row {
  readonly positions: Uint32Array;
  readonly values: Float64Array;
  /** How many of its single words are known. Letters alone are no evidence. */
  readonly wordsKnown: number;
}

/** The pieces that are learned from: each by the hash of its name, in ascending order, and how rare it is. */
export interface Vocabulary {
  readonly hashes: Int32Array;
  /** Inverse document frequency (Spärck Jones 1972): ln((1 + questions) / (1 + questions with it)) + 1. */
  readonly rarity: Float32Array;
}

/** A piece that fewer questions have is left out: it would be learned by heart. */
const fewestQuestions = 2;

type Kind = keyof Pieces;
const kinds = ['words', 'letters', 'signs'] as const satisfies readonly Kind[];
/** The length (Euclidean) that the pieces of a kind have together, whatever the length of the question. */
const lengthOf: Readonly<Record<Kind, number>> = { words: 1, letters: 1, signs: 0.5 };

/** A title, a sentence, a message, a short story and a long one: at most so many words or Chinese characters, or more. */
const lengths = [6, 12, 25, 60] as const;

/** The constant, the share of unknown words and a constant of each length come before the pieces. */
const beforePieces = 2 + lengths.length + 1;

/** How many features a row may have. */
export const featuresOf = ({ hashes }: Vocabulary): number => hashes.length + beforePieces;

export function vocabularyOf(all: readonly Pieces[], fewest = fewestQuestions): Vocabulary {
  const questions = new Map<number, number>();
  for (const pieces of all)
    for (const hash of new Set(kinds.flatMap((kind) => hashesOf(kind, pieces[kind]))))
      questions.set(hash, (questions.get(hash) ?? 0) + 1);
  const kept = [...questions].filter(([, count]) => count >= fewest).toSorted(([a], [b]) => a - b);
  return {
    hashes: Int32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + all.length) / (1 + count)) + 1),
  };
}

/** What isn't in the vocabulary is left out. */
export function toRow(pieces: Pieces, vocabulary: Vocabulary): Row {
  const words = singleWords(pieces.words);
  const known = words.filter((name) => find(vocabulary.hashes, hashOf('words', name)) >= 0).length;
  const shareUnknown = words.length === 0 ? 0 : 1 - known / words.length;
  const found = kinds.flatMap((kind) => valuesOf(kind, pieces[kind], vocabulary));
  return {
    positions: Uint32Array.from([
      0,
      1,
      placeOfLength(words, pieces.words),
      ...found.map(([position]) => position),
    ]),
    values: Float64Array.from([1, shareUnknown, 1, ...found.map(([, value]) => value)]),
    wordsKnown: known,
  };
}

function placeOfLength(words: readonly string[], counts: Counts): number {
  const count = words.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return 2 + lengths.filter((most) => count > most).length;
}

const singleWords = (words: Counts): string[] =>
  [...words.keys()].filter((name) => !name.includes(' '));

/** What occurs often counts more, but not in proportion: 1 + ln(times), times the rarity. */
function valuesOf(
  kind: Kind,
  counts: Counts,
  { hashes, rarity }: Vocabulary,
): [position: number, value: number][] {
  const found: [number, number][] = [];
  for (const [name, count] of counts) {
    const at = find(hashes, hashOf(kind, name));
    if (at >= 0) found.push([at + beforePieces, (1 + Math.log(count)) * (rarity[at] ?? 0)]);
  }
  const length = Math.sqrt(found.reduce((sum, [, value]) => sum + value ** 2, 0));
  return found.map(([position, value]) => [position, (lengthOf[kind] * value) / length]);
}

const hashesOf = (kind: Kind, counts: Counts): number[] =>
  Array.from(counts.keys(), (name) => hashOf(kind, name));

/** FNV-1a with 32 bits (Fowler, Noll and Vo 1991), over the UTF-16 code units: of what came before, and `text`. */
function fnv(before: number, text: string): number {
  let hash = before;
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash;
}

const firstHash = 0x81_1c_9d_c5;
const hashOfKind = { words: 0, letters: 0, signs: 0 };
for (const kind of kinds) hashOfKind[kind] = fnv(firstHash, `${kind} `);

const hashOf = (kind: Kind, name: string): number => fnv(hashOfKind[kind], name);

/** The place of `hash` among the ascending `hashes`; -1 if it isn't there. */
function find(hashes: Int32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = hashes[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
