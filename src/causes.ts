/**
 * The ids of the causes Seedling knows. Scripts, replay codes and button ids contain them: never rename one.
 * A new cause is added here, in content/ and in src/demos.
 */
export const causeIds = [
  'initial-weights',
  'batch-order',
  'dropout',
  'time-steps',
  'hyperparameters',
  'data-set',
] as const;

export type CauseId = (typeof causeIds)[number];

export const isCauseId = (text: string): text is CauseId =>
  (causeIds as readonly string[]).includes(text);
