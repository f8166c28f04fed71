import { fitNaiveBayes } from './naive-bayes.ts';
import type { Example, Model } from './probabilities.ts';
import { fitSoftmax } from './softmax.ts';

/** How much naive Bayes has to say beside softmax regression; found by cross-validation. */
const bayes = 0.2;

/**
 * Two linear models that err in different ways: softmax regression weighs what tells the classes apart, naive Bayes counts
 * what each class was seen with. Together they are right more often than either.
 */
export function fitModel(examples: readonly Example[], classes: number): Model {
  const regression = fitSoftmax(examples, classes);
  const counting = fitNaiveBayes(examples, classes);
  return (features) => {
    const counted = counting(features);
    return regression(features).map(
      (score, label) => (1 - bayes) * score + bayes * (counted[label] ?? 0),
    );
  };
}
