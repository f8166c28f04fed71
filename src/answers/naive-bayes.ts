import type { Features } from './features.ts';
import type { Example, Model } from './probabilities.ts';

/** Added to every count, so that what a class has never been seen with speaks against it without ruling it out. */
const smoothing = 0.03;

/** Multinomial naive Bayes without priors: how much likelier each class makes the features, in logarithms, at most 0. */
export function fitNaiveBayes(examples: readonly Example[], classes: number): Model {
  const counts = new Map<string, Float64Array>();
  const totals = new Float64Array(classes);
  for (const { features, labels } of examples)
    for (const [name, value] of features) {
      const count = counts.get(name) ?? new Float64Array(classes);
      counts.set(name, count);
      for (const label of labels) {
        count[label]! += value / labels.length;
        totals[label]! += value / labels.length;
      }
    }
  const whole = totals.map((total) => total + smoothing * counts.size);
  return (features: Features) => {
    const scores = Array.from({ length: classes }, () => 0);
    for (const [name, value] of features) {
      const count = counts.get(name);
      if (count)
        for (let c = 0; c < classes; c++)
          scores[c]! += value * Math.log((count[c]! + smoothing) / whole[c]!);
    }
    const highest = Math.max(...scores);
    return scores.map((score) => score - highest);
  };
}
