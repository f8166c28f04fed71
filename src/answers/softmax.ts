import type { Features } from './features.ts';

/** An example to learn from: its features, and the number of its class. */
export interface Example {
  readonly features: Features;
  readonly label: number;
}

/** Scores of the classes before softmax, one a class. */
export type Model = (features: Features) => number[];

const iterations = 80;
const stepSize = 6;
const momentum = 0.9;
/** L2 penalty: keeps a word that occurred once from deciding alone. */
const penalty = 3e-4;

export const softmax = (scores: readonly number[], temperature = 1): number[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((each) => Math.exp((each - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/**
 * Softmax regression by full-batch gradient descent with momentum: no draws, so the same examples in the same order
 * always give the same model. Every class weighs the same, however many examples it has.
 */
export function fitSoftmax(examples: readonly Example[], classes: number): Model {
  const vocabulary = indexFeatures(examples);
  const rows = examples.map(({ features, label }) => ({ row: toRow(features, vocabulary), label }));
  const counts = Array.from(
    { length: classes },
    (_, c) => rows.filter(({ label }) => label === c).length,
  );
  const size = (vocabulary.size + 1) * classes;
  const weights = new Float64Array(size);
  const velocity = new Float64Array(size);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const gradient = weights.map((weight) => penalty * weight);
    for (const { row, label } of rows)
      addGradient(
        gradient,
        row,
        label,
        score(weights, row, classes),
        1 / (classes * (counts[label] ?? 1)),
      );
    for (let i = 0; i < size; i++) {
      velocity[i] = momentum * at(velocity, i) - (1 - momentum) * stepSize * at(gradient, i);
      weights[i] = at(weights, i) + at(velocity, i);
    }
  }
  return (features) => score(weights, toRow(features, vocabulary), classes);
}

/** Positions and values of the features that are known; position 0 is the constant. */
interface Row {
  readonly positions: Uint32Array;
  readonly values: Float64Array;
}

/** Typed arrays are only read within their length; the compiler can't know. */
const at = (values: Float64Array | Uint32Array, index: number): number => values[index] ?? 0;

function indexFeatures(examples: readonly Example[]): Map<string, number> {
  const names = new Set(examples.flatMap(({ features }) => [...features.keys()]));
  return new Map([...names].map((name, i) => [name, i + 1]));
}

function toRow(features: Features, vocabulary: ReadonlyMap<string, number>): Row {
  const known = [...features].filter(([name]) => vocabulary.has(name));
  return {
    positions: Uint32Array.from([0, ...known.map(([name]) => vocabulary.get(name) ?? 0)]),
    values: Float64Array.from([1, ...known.map(([, value]) => value)]),
  };
}

function score(weights: Float64Array, { positions, values }: Row, classes: number): number[] {
  const scores = Array.from({ length: classes }, () => 0);
  for (let c = 0; c < classes; c++) {
    let sum = 0;
    for (let i = 0; i < positions.length; i++)
      sum += at(values, i) * at(weights, at(positions, i) * classes + c);
    scores[c] = sum;
  }
  return scores;
}

/** Of the cross-entropy: (probability - 1 for the right class) times the feature. */
function addGradient(
  gradient: Float64Array,
  { positions, values }: Row,
  label: number,
  scores: readonly number[],
  weight: number,
): void {
  const errors = Float64Array.from(softmax(scores), (p, c) => weight * (c === label ? p - 1 : p));
  for (let i = 0; i < positions.length; i++)
    for (let c = 0; c < errors.length; c++) {
      const position = at(positions, i) * errors.length + c;
      gradient[position] = at(gradient, position) + at(errors, c) * at(values, i);
    }
}
