import { score } from './linear.ts';
import { probabilitiesOf, type Example, type Size } from './probabilities.ts';
import type { Row } from './rows.ts';

/** Times that every example is looked at. */
const epochs = 12;
const stepSize = 0.25;
/** L2 penalty: keeps a word that occurred once from deciding alone. */
const penalty = 3e-4;
/** A class that is off by less than this learns nothing new from the example; most are, and passing over them saves time. */
const negligible = 2e-3;

/**
 * Softmax regression by AdaGrad (Duchi et al. 2011), one example after the other in a fixed order: no draws, so the same
 * examples always give the same model. Returns its weights, `classes` of each feature.
 */
export function fitSoftmax(
  examples: readonly Example[],
  { features, classes }: Size,
): Float64Array {
  const weights = new Float64Array(features * classes);
  const squares = new Float64Array(weights.length).fill(1e-3);
  const order = spread(examples);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const { row, labels } of order) {
      const errors = probabilitiesOf(score(weights, row, classes));
      for (const label of labels) errors[label] = (errors[label] ?? 0) - 1 / labels.length;
      step(weights, squares, row, errors);
    }
  return weights;
}

/** All of them, those that were neighbours far apart. */
function spread<Item>(items: readonly Item[]): Item[] {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.round(items.length * 0.618));
  while (gcd(stride, items.length) > 1) stride++;
  return items.map((_, i) => items[(i * stride) % items.length]!);
}

/**
 * One step against the gradient of the cross-entropy: (probability - 1 for the right class) times the feature. Typed arrays
 * are only read within their length; the compiler can't know.
 */
function step(
  weights: Float64Array,
  squares: Float64Array,
  { positions, values }: Row,
  errors: readonly number[],
): void {
  const wrong = errors.flatMap((error, c) => (Math.abs(error) < negligible ? [] : [c]));
  for (let i = 0; i < positions.length; i++)
    for (const c of wrong) {
      const at = positions[i]! * errors.length + c;
      const gradient = errors[c]! * values[i]! + penalty * weights[at]!;
      squares[at]! += gradient * gradient;
      weights[at]! -= (stepSize * gradient) / Math.sqrt(squares[at]!);
    }
}
