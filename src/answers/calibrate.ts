import { asOursOrNot, fitModels, isOurs, scoresOf, type Scores } from './learn.ts';
import { probabilitiesOf, type Example } from './probabilities.ts';

/** What to learn from, and how many features there are. */
export interface Lesson {
  readonly examples: readonly Example[];
  readonly features: number;
}

/**
 * The scores that each example gets from models that have not seen it, by `folds`-fold cross-validation; of the first `used`
 * folds only.
 */
export function crossValidate(
  { examples, features }: Lesson,
  folds: number,
  used = folds,
): (Scores | undefined)[] {
  const scores: (Scores | undefined)[] = examples.map(() => undefined);
  for (let fold = 0; fold < used; fold++) {
    const models = fitModels(
      examples.filter((_, i) => i % folds !== fold),
      features,
    );
    examples.forEach(({ row }, i) => {
      if (i % folds === fold) scores[i] = scoresOf(models, row);
    });
  }
  return scores;
}

/** One for each model. */
export interface Temperatures {
  readonly ours: number;
  readonly classes: number;
}

/** The temperatures at which the probabilities of unseen examples mean what they say. */
export function fitTemperatures(
  examples: readonly Example[],
  scores: readonly (Scores | undefined)[],
): Temperatures {
  const seen = examples.flatMap((example, i) => {
    const each = scores[i];
    return each ? [{ example, each }] : [];
  });
  return {
    ours: fitTemperature(
      seen.map(({ example, each }) => ({ right: asOursOrNot(example).labels, scores: each.ours })),
    ),
    classes: fitTemperature(
      seen
        .filter(({ example }) => isOurs(example))
        .map(({ example, each }) => ({ right: example.labels, scores: each.classes })),
    ),
  };
}

interface Case {
  readonly right: readonly number[];
  readonly scores: readonly number[];
}

/** The one under which the right classes are likeliest (Guo et al. 2017). */
function fitTemperature(cases: readonly Case[]): number {
  const loss = (temperature: number): number =>
    cases.reduce((sum, { right, scores }) => {
      const probabilities = probabilitiesOf(scores, temperature);
      const likelihood = right.reduce((total, label) => total + (probabilities[label] ?? 0), 0);
      return sum - Math.log(Math.max(likelihood, 1e-12));
    }, 0);
  const candidates = Array.from({ length: 60 }, (_, i) => 0.1 * 1.06 ** i);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}
