import type { Row } from './rows.ts';

/** An example to learn from: its features, and the numbers of its classes; of several, each is equally right. */
export interface Example {
  readonly row: Row;
  readonly labels: readonly number[];
}

/** How much there is to learn: features, the constant included, and classes. */
export interface Size {
  readonly features: number;
  readonly classes: number;
}

/** Scores as probabilities (softmax); a higher temperature makes them more alike. */
export const probabilitiesOf = (scores: readonly number[], temperature = 1): number[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((each) => Math.exp((each - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};
