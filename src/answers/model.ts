import { fitNaiveBayes } from './naive-bayes.ts';
import type { Example, Size } from './probabilities.ts';
import { fitSoftmax } from './softmax.ts';

/** How much naive Bayes has to say beside softmax regression; found by cross-validation. */
const bayes = 0.2;

/**
 * Two linear models that err in different ways: softmax regression weighs what tells the classes apart, naive Bayes counts
 * what each class was seen with. Together they are right more often than either. Two linear models are one: these are its
 * weights, `classes` of each feature. They are rounded to float32 at once, so that it makes no difference to an answer
 * whether they were stored in between.
 */
export function fitModel(examples: readonly Example[], size: Size): Float32Array {
  const regression = fitSoftmax(examples, size);
  const counting = fitNaiveBayes(examples, size);
  // Both have the same length; the compiler can't know.
  return Float32Array.from(
    regression,
    (weight, at) => (1 - bayes) * weight + bayes * counting[at]!,
  );
}
