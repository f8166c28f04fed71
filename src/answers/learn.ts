import { labels } from './labels.ts';
import { fitModel } from './model.ts';
import type { Example } from './probabilities.ts';
import type { Row } from './rows.ts';

/** What the two models say to a question, before calibration. */
export interface Scores {
  /** Ours, and not ours. */
  readonly ours: readonly number[];
  /** The classes of `labels`, given that it is ours. */
  readonly classes: readonly number[];
}

export type Scorer = (row: Row) => Scores;

/** An example without a label is a question that is none of ours. */
export const isOurs = ({ labels: right }: Example): boolean => right.length > 0;

/** As the first model sees it: ours or not. */
export const asOursOrNot = (example: Example): Example => ({
  row: example.row,
  labels: [isOurs(example) ? 0 : 1],
});

/**
 * Two questions, two models: is it ours, and what is it about? One model with a class for all that isn't ours finds fewer of
 * these, because that class has to be told from each of ours.
 */
export function learn(examples: readonly Example[], features: number): Scorer {
  const ours = fitModel(examples.map(asOursOrNot), { features, classes: 2 });
  const classes = fitModel(examples.filter(isOurs), { features, classes: labels.length });
  return (row) => ({ ours: ours(row), classes: classes(row) });
}
