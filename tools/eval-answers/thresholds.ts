import type { Guess } from '../../src/answers/index.ts';

export interface Judged extends Guess {
  readonly isRight: boolean;
}

/** So many of the shown pieces should be right. */
const precision = 0.95;
/** In fewer questions it could be luck. */
const fewestRight = 5;

/** For each piece the lowest probability from which on enough of the guesses are right; undefined where none is high enough. */
export function thresholdsOf(guesses: readonly Judged[]): ReadonlyMap<string, number | undefined> {
  const pieces = [...new Set(guesses.map(({ piece }) => piece))].toSorted();
  return new Map(
    pieces.map((piece) => [piece, thresholdOf(guesses.filter((each) => each.piece === piece))]),
  );
}

function thresholdOf(guesses: readonly Judged[]): number | undefined {
  let threshold: number | undefined;
  let right = 0;
  const likeliestFirst = guesses.toSorted((a, b) => b.probability - a.probability);
  for (const [at, { probability, isRight }] of likeliestFirst.entries()) {
    if (isRight) right++;
    if (right >= fewestRight && right >= precision * (at + 1)) threshold = probability;
  }
  return threshold;
}
