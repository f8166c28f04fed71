import { fitNaiveBayes } from './naive-bayes.ts';
import type { Example, Model, Size } from './probabilities.ts';
import { fitSoftmax } from './softmax.ts';

/** How much naive Bayes has to say beside softmax regression; found by cross-validation. */
const bayes = 0.2;

/**
 * Two linear models that err in different ways: softmax regression weighs what tells the classes apart, naive Bayes counts
 * what each class was seen with. Together they are right more often than either.
 */
export function fitModel(examples: readonly Example[], size: Size): Model {
  const regression = fitSoftmax(examples, size);
  const counting = fitNaiveBayes(examples, size);
  return (row) => {
    const counted = counting(row);
    return regression(row).map(
      (score, label) => (1 - bayes) * score + bayes * (counted[label] ?? 0),
    );
  };
}
