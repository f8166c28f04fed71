import { labels } from './labels.ts';
import { score } from './linear.ts';
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

/** The weights of both. */
export interface Models {
  readonly ours: Float32Array;
  readonly classes: Float32Array;
}

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
export const fitModels = (examples: readonly Example[], features: number): Models => ({
  ours: fitModel(examples.map(asOursOrNot), { features, classes: 2 }),
  classes: fitModel(examples.filter(isOurs), { features, classes: labels.length }),
});

export const scoresOf = ({ ours, classes }: Models, row: Row): Scores => ({
  ours: score(ours, row, 2),
  classes: score(classes, row, labels.length),
});
