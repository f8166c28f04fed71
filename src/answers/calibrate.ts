import { fitModel } from './model.ts';
import { probabilitiesOf, type Example } from './probabilities.ts';

/** The scores that each example gets from a model that has not seen it, by `folds`-fold cross-validation; only `used` folds. */
export function crossValidate(
  examples: readonly Example[],
  classes: number,
  folds: number,
  used = folds,
): (number[] | undefined)[] {
  const scores: (number[] | undefined)[] = examples.map(() => undefined);
  for (let fold = 0; fold < used; fold++) {
    const model = fitModel(
      examples.filter((_, i) => i % folds !== fold),
      classes,
    );
    examples.forEach(({ features }, i) => {
      if (i % folds === fold) scores[i] = model(features);
    });
  }
  return scores;
}

/** One temperature for all, such that the probabilities of unseen examples mean something (Guo et al. 2017). */
export function fitTemperature(
  examples: readonly Example[],
  scores: readonly (number[] | undefined)[],
): number {
  const loss = (temperature: number): number =>
    examples.reduce((sum, { labels }, i) => {
      const each = scores[i];
      if (!each) return sum;
      const probabilities = probabilitiesOf(each, temperature);
      const right = labels.reduce((total, label) => total + (probabilities[label] ?? 0), 0);
      return sum - Math.log(Math.max(right, 1e-12));
    }, 0);
  const candidates = Array.from({ length: 60 }, (_, i) => 0.1 * 1.06 ** i);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}
