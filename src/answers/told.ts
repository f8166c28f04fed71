import type { Told } from '../content/index.ts';
import { differences, heldThings, sizes, type Evidence, type PieceId } from '../evidence/index.ts';
import type { Pieces } from './pieces.ts';
import { fitSoftmax, probabilitiesOf, score, type Example } from './softmax.ts';
import { featuresOf, toRow, vocabularyOf, type Row, type Vocabulary } from './vocabulary.ts';

/**
 * What a whole question tells, and no single sentence of it: between what its outputs lie, how far they are apart, and whether
 * the seed and the weights stay the same. What was read by wordings is learned from as well. Everything else is told by wordings
 * alone: what they say of eval() or of a framework is nearly always right.
 */
const heads = {
  between: differences,
  size: sizes,
  seed: ['seed'],
  weights: ['weights'],
} as const satisfies Readonly<Record<string, readonly PieceId[]>>;

type HeadId = keyof typeof heads;
const headIds = Object.keys(heads) as HeadId[];

/** Weights of each head, for each feature one number a class; the last class is "none of these". */
type Weights = Readonly<Record<HeadId, Float32Array>>;

export interface ToldModel {
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
  /** From this probability on a piece is shown; one that has none never is. */
  readonly thresholds: { readonly [Piece in PieceId]?: number };
}

/** A question in which an expert read the evidence. */
export interface ToldQuestion {
  readonly pieces: Pieces;
  readonly told: Told;
  readonly author: string;
}

interface ToldRow extends Pick<ToldQuestion, 'told' | 'author'> {
  readonly row: Row;
}

/** A word that fewer questions have is left out. */
const fewest = 3;

/** Learns from questions that are ours: of others nothing is shown. */
export function fitTold(questions: readonly ToldQuestion[]): ToldModel {
  const vocabulary = vocabularyOf(
    questions.map(({ pieces }) => withoutLetters(pieces)),
    fewest,
  );
  const rows = questions.map(({ pieces, ...others }) => ({
    ...others,
    row: toRow(withoutLetters(pieces), vocabulary),
  }));
  const weights = fitWeights(rows, vocabulary);
  return { vocabulary, weights, thresholds: thresholdsOf(rows, vocabulary) };
}

/** Pieces of words took four times as long and told no more. */
const withoutLetters = (pieces: Pieces): Pieces => ({ ...pieces, letters: new Map() });

function fitWeights(rows: readonly ToldRow[], vocabulary: Vocabulary): Weights {
  const features = featuresOf(vocabulary);
  const fit = (head: HeadId) =>
    fitSoftmax(
      rows.map((row) => toExample(row, head)),
      { features, classes: heads[head].length + 1 },
    );
  return Object.fromEntries(headIds.map((head) => [head, fit(head)])) as Record<
    HeadId,
    Float32Array
  >;
}

function toExample({ row, told }: ToldRow, head: HeadId): Example {
  const right = heads[head].flatMap((piece, at) => (isTold(told, piece) ? [at] : []));
  const classes = right.length > 0 ? right : [heads[head].length];
  return { row, right: new Map(classes.map((at) => [at, 1 / classes.length])), weight: 1 };
}

const isTold = ({ between, held, size, framework }: Told, piece: PieceId): boolean =>
  [...between, ...held, size, framework].includes(piece);

interface Guess {
  readonly piece: PieceId;
  readonly probability: number;
}

/** The likeliest piece of each head. */
const guessesOf = (weights: Weights, row: Row): Guess[] =>
  headIds.map((head) => {
    const pieces: readonly PieceId[] = heads[head];
    const probabilities = probabilitiesOf(score(weights[head], row, pieces.length + 1));
    return pieces
      .map((piece, at) => ({ piece, probability: probabilities[at] ?? 0 }))
      .reduce((best, each) => (each.probability > best.probability ? each : best));
  });

/** So many of the shown pieces should be right, in questions by authors who were not learned from. */
const precision = 0.95;
/** In fewer questions it could be luck. */
const fewestRight = 5;
const folds = 3;

/** Each author's questions are guessed by what was learned from other authors. */
function thresholdsOf(rows: readonly ToldRow[], vocabulary: Vocabulary): ToldModel['thresholds'] {
  const authors = [...new Set(rows.map(({ author }) => author))];
  const foldOf = ({ author }: ToldRow) => authors.indexOf(author) % folds;
  const guesses = Array.from({ length: folds }, (_, fold) => {
    const weights = fitWeights(
      rows.filter((row) => foldOf(row) !== fold),
      vocabulary,
    );
    return rows
      .filter((row) => foldOf(row) === fold)
      .flatMap(({ row, told }) =>
        guessesOf(weights, row).map((guess) => ({ ...guess, isRight: isTold(told, guess.piece) })),
      );
  }).flat();
  const pieces = Object.values(heads).flat();
  return Object.fromEntries(
    pieces.flatMap((piece) => {
      const threshold = thresholdOf(guesses.filter((guess) => guess.piece === piece));
      return threshold === undefined ? [] : [[piece, threshold]];
    }),
  );
}

/** The lowest probability from which on enough of the guesses are right. */
function thresholdOf(
  guesses: readonly (Guess & { readonly isRight: boolean })[],
): number | undefined {
  let threshold: number | undefined;
  let right = 0;
  const likeliestFirst = guesses.toSorted((a, b) => b.probability - a.probability);
  for (const [at, { probability, isRight }] of likeliestFirst.entries()) {
    if (isRight) right++;
    if (right >= fewestRight && right >= precision * (at + 1)) threshold = probability;
  }
  return threshold;
}

/** True if the whole question tells it, so that wordings alone don't. */
const isLearned = (piece: PieceId): boolean =>
  Object.values(heads).some((pieces) => (pieces as readonly PieceId[]).includes(piece));

/** What was read by wordings, with what the whole question tells. */
export function withTold(
  evidence: Evidence,
  { vocabulary, weights, thresholds }: ToldModel,
  pieces: Pieces,
): Evidence {
  const row = toRow(withoutLetters(pieces), vocabulary);
  const told = guessesOf(weights, row)
    .filter(({ piece, probability }) => probability >= (thresholds[piece] ?? Infinity))
    .map(({ piece }) => piece)
    // Who says that the initial weights are the same trains them.
    .filter((piece) => piece !== 'weights' || !evidence.ruledOut.includes('initial-weights'));
  const { size: _, ...others } = evidence;
  const size = sizes.find((id) => told.includes(id));
  return {
    ...others,
    between: differences.filter((id) => told.includes(id)),
    held: heldThings.filter((id) => (isLearned(id) ? told : evidence.held).includes(id)),
    ...(size ? { size } : {}),
  };
}
