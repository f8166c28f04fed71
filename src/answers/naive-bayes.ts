import type { Example, Size } from './probabilities.ts';

/** Added to every count, so that what a class has never been seen with speaks against it without ruling it out. */
const smoothing = 0.03;

/**
 * Multinomial naive Bayes without priors: how likely each class makes each feature, in logarithms, `classes` of each feature.
 * A feature that no example has says nothing: 0.
 */
export function fitNaiveBayes(
  examples: readonly Example[],
  { features, classes }: Size,
): Float64Array {
  const counts = new Float64Array(features * classes);
  const seen = new Uint8Array(features);
  const totals = new Float64Array(classes);
  // Typed arrays are only read within their length; the compiler can't know.
  for (const { row, labels } of examples)
    row.positions.forEach((position, i) => {
      seen[position] = 1;
      for (const label of labels) {
        counts[position * classes + label]! += row.values[i]! / labels.length;
        totals[label]! += row.values[i]! / labels.length;
      }
    });
  const different = seen.reduce((sum, each) => sum + each, 0);
  const whole = totals.map((total) => Math.log(total + smoothing * different));
  return counts.map((count, at) =>
    seen[Math.floor(at / classes)] ? Math.log(count + smoothing) - whole[at % classes]! : 0,
  );
}
