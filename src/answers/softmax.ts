import type { Row } from './vocabulary.ts';

/** A row to learn from, and how right each class is: 1 over all of them. */
export interface Example {
  readonly row: Row;
  readonly right: ReadonlyMap<number, number>;
  /** How much it counts. */
  readonly weight: number;
}

/** How much there is to learn: features, the constant included, and classes. */
export interface Size {
  readonly features: number;
  readonly classes: number;
}

/** Times that every example is looked at. */
const epochs = 6;
const stepSize = 0.1;
/** L2 penalty: keeps a word that occurred twice from deciding alone. */
const penalty = 1e-4;
/** Where AdaGrad's sums of squares begin, so that the first steps are not endless. */
const firstSquare = 1e-3;
/** A class that is off by less than this learns nothing new from the example; most are, and passing over them saves time. */
const negligible = 2e-3;

/**
 * Softmax regression by AdaGrad (Duchi et al. 2011), one example after the other in a fixed order: no draws, so the same
 * examples always give the same model. Returns its weights, `classes` of each feature.
 */
export function fitSoftmax(
  examples: readonly Example[],
  { features, classes }: Size,
): Float32Array {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(weights.length).fill(firstSquare);
  const order = spread(examples);
  const scores = new Float64Array(classes);
  const wrong = new Uint32Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const { row, right, weight } of order) {
      scoreInto(scores, weights, row);
      const errors = toProbabilities(scores);
      for (const [label, share] of right) errors[label]! -= share;
      let count = 0;
      for (let c = 0; c < classes; c++) {
        errors[c]! *= weight;
        if (Math.abs(errors[c]!) >= negligible) wrong[count++] = c;
      }
      step(weights, squares, row, errors, wrong.subarray(0, count));
    }
  return weights;
}

/** All of them, those that were neighbours far apart: one after the golden section of the whole (Weyl 1916). */
function spread<Item>(items: readonly Item[]): Item[] {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.round((items.length * (Math.sqrt(5) - 1)) / 2));
  while (gcd(stride, items.length) > 1) stride++;
  return items.map((_, i) => items[(i * stride) % items.length]!);
}

/**
 * One step against the gradient of the cross-entropy: (probability - share of the class) times the feature. Typed arrays
 * are only read within their length; the compiler can't know.
 */
function step(
  weights: Float32Array,
  squares: Float32Array,
  { positions, values }: Row,
  errors: Float64Array,
  wrong: Uint32Array,
): void {
  for (let i = 0; i < positions.length; i++) {
    const value = values[i]!;
    const start = positions[i]! * errors.length;
    for (let w = 0; w < wrong.length; w++) {
      const c = wrong[w]!;
      const at = start + c;
      const weight = weights[at]!;
      const gradient = errors[c]! * value + penalty * weight;
      const square = squares[at]! + gradient * gradient;
      squares[at] = square;
      weights[at] = weight - (stepSize * gradient) / Math.sqrt(square);
    }
  }
}

/** What a model says to a row: scores of the classes before softmax, one a class. */
export function score(weights: Float32Array, row: Row, classes: number): Float64Array {
  const scores = new Float64Array(classes);
  scoreInto(scores, weights, row);
  return scores;
}

function scoreInto(scores: Float64Array, weights: Float32Array, { positions, values }: Row): void {
  const classes = scores.length;
  scores.fill(0);
  // Typed arrays are only read within their length; the compiler can't know.
  for (let i = 0; i < positions.length; i++) {
    const value = values[i]!;
    const start = positions[i]! * classes;
    for (let c = 0; c < classes; c++) scores[c]! += value * weights[start + c]!;
  }
}

/** Scores as probabilities (softmax); a higher temperature makes them more alike. */
export const probabilitiesOf = (scores: Float64Array, temperature = 1): Float64Array =>
  toProbabilities(Float64Array.from(scores), temperature);

/** In place. */
function toProbabilities(scores: Float64Array, temperature = 1): Float64Array {
  let highest = -Infinity;
  for (let c = 0; c < scores.length; c++) highest = Math.max(highest, scores[c]!);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const power = Math.exp((scores[c]! - highest) / temperature);
    scores[c] = power;
    sum += power;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
  return scores;
}
