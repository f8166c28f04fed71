import type { Row } from './rows.ts';

/** What a linear model says to a row: scores of the classes before softmax, one a class. */
export function score(
  weights: Float32Array | Float64Array,
  { positions, values }: Row,
  classes: number,
): number[] {
  const scores = Array.from({ length: classes }, () => 0);
  // Typed arrays are only read within their length; the compiler can't know.
  for (let i = 0; i < positions.length; i++) {
    const value = values[i]!;
    const start = positions[i]! * classes;
    for (let c = 0; c < classes; c++) scores[c]! += value * weights[start + c]!;
  }
  return scores;
}
