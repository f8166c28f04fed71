import type { Example, Model, Size } from './probabilities.ts';

/** Added to every count, so that what a class has never been seen with speaks against it without ruling it out. */
const smoothing = 0.03;

/** Multinomial naive Bayes without priors: how much likelier each class makes the features, in logarithms, at most 0. */
export function fitNaiveBayes(examples: readonly Example[], { features, classes }: Size): Model {
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
  const logs = counts.map((count, at) => Math.log(count + smoothing) - whole[at % classes]!);
  return ({ positions, values }) => {
    const scores = Array.from({ length: classes }, () => 0);
    positions.forEach((position, i) => {
      if (seen[position])
        for (let c = 0; c < classes; c++) scores[c]! += values[i]! * logs[position * classes + c]!;
    });
    const highest = Math.max(...scores);
    return scores.map((score) => score - highest);
  };
}
