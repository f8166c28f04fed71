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
type LearnedPiece = (typeof heads)[HeadId][number];

/**
 * From this probability on a piece is shown: in questions by authors who were not learned from, at least 95 % of the pieces
 * shown are right then. `npm run eval:answers -- --thresholds` finds them; `never` where none is high enough.
 */
const never = Infinity;
const thresholds: Readonly<Record<LearnedPiece, number>> = {
  calls: 0.72,
  reload: 0.59,
  trainings: 0.78,
  machines: 0.68,
  'batch-size': 0.69,
  length: 0.66,
  order: never,
  'other-requests': 0.34,
  change: 0.58,
  bits: 0.53,
  small: 0.94,
  large: never,
  seed: 0.64,
  weights: 0.96,
};

/** Weights of each head, for each feature one number a class; the last class is "none of these". */
type Weights = Readonly<Record<HeadId, Float32Array>>;

export interface ToldModel {
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
}

/** A question in which an expert read the evidence. */
export interface ToldQuestion {
  readonly pieces: Pieces;
  readonly told: Told;
}

interface ToldRow extends Pick<ToldQuestion, 'told'> {
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
  const rows = questions.map(({ pieces, told }) => ({
    told,
    row: toRow(withoutLetters(pieces), vocabulary),
  }));
  return { vocabulary, weights: fitWeights(rows, vocabulary) };
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

export interface Guess {
  readonly piece: LearnedPiece;
  readonly probability: number;
}

/** The likeliest piece of each head. */
export function guess({ vocabulary, weights }: ToldModel, pieces: Pieces): Guess[] {
  const row = toRow(withoutLetters(pieces), vocabulary);
  return headIds.map((head) => {
    const all: readonly LearnedPiece[] = heads[head];
    const probabilities = probabilitiesOf(score(weights[head], row, all.length + 1));
    return all
      .map((piece, at) => ({ piece, probability: probabilities[at] ?? 0 }))
      .reduce((best, each) => (each.probability > best.probability ? each : best));
  });
}

/** True if the whole question tells it, so that wordings alone don't. */
const isLearned = (piece: PieceId): boolean => piece in thresholds;

/** What was read by wordings, with what the whole question tells. */
export function withTold(evidence: Evidence, model: ToldModel, pieces: Pieces): Evidence {
  const told: PieceId[] = guess(model, pieces)
    .filter(({ piece, probability }) => probability >= thresholds[piece])
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
