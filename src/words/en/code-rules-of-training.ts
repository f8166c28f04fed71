import type { Told } from '../code.ts';

/** What differs only after training again. */
export const codeRulesOfTraining = {
  C3: ({ Here, there, name, value }: Told) =>
    `${Here}: \`${name}\` does not reach the random numbers that ${{ torch: 'PyTorch', tensorflow: 'Keras' }[value] ?? value} draws (${there}). That needs a seed of its own.`,
  C4: ({ Here, there, name, value }: Told) =>
    value === 'late'
      ? `${Here} sets the seed after ${there} has already drawn the weights.`
      : `${Here} sets a seed in \`${name}\`, but nothing in this code calls it before ${there} draws the weights.`,
  C5: ({ Here, there }: Told) =>
    `${Here} seeds once, and ${there} makes several models: each goes on in the same random numbers, so only the whole script repeats.`,
  C6: ({ Here }: Told) => `${Here} shuffles the batches, and nothing seeds the order.`,
  C7: ({ Here }: Told) =>
    `${Here} starts several workers, and the data set draws random numbers in each of them: seed them with \`worker_init_fn\` and a \`generator\`.`,
  C8: ({ Here, name }: Told) =>
    `${Here}: \`${name}\` draws without a seed, so each run trains on different rows, or in a different order.`,
  C9: ({ Here }: Told) => `${Here} hands out the data in an order that nothing fixes.`,
  C10: ({ Here, there }: Told) =>
    `${Here} seeds a graph that ${there} throws away: the seed belongs to the graph.`,
  C11: ({ Here }: Told) =>
    `${Here} draws the first weights or shuffles with \`Math.random\`, and nothing seeds it: each training ends differently.`,
  C12: ({ Here, there, value }: Told) =>
    value === 'blind'
      ? `${Here} watches a validation value, but \`fit\`${there && ` in ${there}`} has no validation data: it never stops early.`
      : `${Here} stops early and keeps the last weights, not the best: add \`restore_best_weights=True\`.`,
  C13: ({ Here, there }: Told) =>
    `${Here} writes the best weights to a file, but ${there} uses the last ones.`,
  C15: ({ Here }: Told) => `${Here} fetches data up to today: tomorrow you train on more rows.`,
  C16: ({ Here }: Told) =>
    `${Here} searches at random without a seed, so a new run may pick different settings.`,
  C17: ({ Here }: Told) => `${Here} draws the training data, and nothing seeds them.`,
  D2: ({ Here }: Told) =>
    `${Here} fits the scaler on all rows, those for testing included. This is not why calls differ, but results change when rows are added.`,
  D3: ({ here, there }: Told) =>
    `The model is saved (${there}), the scaler of ${here} isn’t: whoever loads the model has to scale differently.`,
  D4: ({ Here, there, third }: Told) =>
    `${Here} fits the scaler that ${there} had fitted before, and ${third} turns values back by the last fit only.`,
  D6: ({ Here }: Told) =>
    `${Here} splits overlapping windows at random: most test values were seen in training.`,
  E1: ({ Here }: Told) =>
    `${Here} ignores layers that don’t fit: they keep their random weights, and nothing tells you.`,
  E3: ({ Here, name, value }: Told) =>
    `${Here} loads \`${name}\`, but this code saves \`${value}\`.`,
} as const;
