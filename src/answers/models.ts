import { labels, indexOf, type Label } from './labels.ts';
import { fitSoftmax, score, type Example } from './softmax.ts';
import { featuresOf, type Row, type Vocabulary } from './vocabulary.ts';

/** Weights of the two models, for each feature one number a class. */
export interface Models {
  /** Two classes: ours, and not ours. */
  readonly ours: Float32Array;
  /** The classes of `labels`, given that it is ours. */
  readonly classes: Float32Array;
}

/** What the two models say to a question, before calibration. */
export interface Scores {
  readonly ours: Float64Array;
  readonly classes: Float64Array;
}

/** A question as a row; without a label it is none of ours. */
export interface LabelledRow {
  readonly row: Row;
  readonly labels: readonly Label[];
  readonly weight: number;
}

const isOurs = ({ labels: right }: Pick<LabelledRow, 'labels'>): boolean => right.length > 0;

/**
 * Two questions, two models: is it ours, and what is it about? One model with a class for all that isn't ours finds fewer of
 * these, because that class has to be told from each of ours.
 */
export function fitModels(rows: readonly LabelledRow[], vocabulary: Vocabulary): Models {
  const features = featuresOf(vocabulary);
  return {
    ours: fitSoftmax(rows.map(asOursOrNot), { features, classes: 2 }),
    classes: fitSoftmax(rows.filter(isOurs).map(asClasses), { features, classes: labels.length }),
  };
}

export const scoresOf = ({ ours, classes }: Models, row: Row): Scores => ({
  ours: score(ours, row, 2),
  classes: score(classes, row, labels.length),
});

const asOursOrNot = (each: LabelledRow): Example => ({
  row: each.row,
  right: new Map([[isOurs(each) ? 0 : 1, 1]]),
  weight: each.weight,
});

/** Of several right classes the first is the best: each following one counts half of the one before. */
function asClasses({ row, labels: right, weight }: LabelledRow): Example {
  const whole = 2 - 2 ** (1 - right.length);
  return {
    row,
    right: new Map(right.map((label, place) => [indexOf(label), 2 ** -place / whole])),
    weight,
  };
}
