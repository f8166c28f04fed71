import type { PageId } from '../ids.ts';

/** What one may find with each check of a saved model. */
interface OnSavedModel {
  readonly 'two-calls': 'equal' | 'differs';
  readonly 'zero-state': 'equal' | 'differs';
  readonly 'weight-hash': 'differs' | 'equal';
  readonly 'input-hash': 'differs' | 'equal';
}

/** What one may find with each check of two trainings. */
interface InTraining {
  readonly seeds: 'apart' | 'mixed';
  readonly settings: 'training' | 'window' | 'data' | 'environment' | 'same';
  readonly 'first-mismatch': 'start' | 'tiny' | 'between' | 'step';
  readonly 'batch-indices': 'differs' | 'equal';
}

/** What one may find with each check that suits both. */
interface InBoth {
  readonly 'same-weights': 'differs' | 'equal';
  readonly 'full-precision': 'closer' | 'as-before';
  readonly 'on-cpu': 'equal' | 'differs';
  readonly tolerance: 'close' | 'far';
}

/** What one may find with each check. */
export interface Outcomes extends OnSavedModel, InTraining, InBoth {}

export type CheckId = keyof Outcomes;

/** At least one outcome of every check: so no cause that is still possible is left out of a list of outcomes. */
type Findings<Checks> = {
  readonly [Id in keyof Checks]: readonly [Checks[Id], ...Checks[Id][]];
};

/** What one may find if this is the cause: on a saved model, in training, or in either, wherever it acts. */
export interface FindingsOfCause {
  readonly savedModel?: Findings<OnSavedModel & InBoth>;
  readonly training?: Findings<InTraining & InBoth>;
}

/** A saved model that answers steadily: what differs lies elsewhere. */
const steady: Findings<OnSavedModel & InBoth> = {
  'two-calls': ['equal'],
  'zero-state': ['equal'],
  'weight-hash': ['equal'],
  'input-hash': ['equal'],
  'same-weights': ['equal'],
  'full-precision': ['as-before'],
  'on-cpu': ['differs'],
  tolerance: ['far'],
};

/**
 * Two trainings that begin equal and get other batches, masks or samples. The size of the first difference tells them
 * from rounding, not its moment: a sum in another order changes the weights after one step by about 1e-8, another batch
 * or mask by about the learning rate.
 */
const otherStep: Findings<InTraining & InBoth> = {
  seeds: ['mixed'],
  settings: ['same'],
  'first-mismatch': ['step'],
  'batch-indices': ['equal'],
  'same-weights': ['differs'],
  'full-precision': ['as-before'],
  'on-cpu': ['differs'],
  tolerance: ['far'],
};

/** Nothing need differ but the machine, the library or the number of threads. */
const roundedTraining: Findings<InTraining & InBoth> = {
  ...otherStep,
  settings: ['environment', 'same'],
  'first-mismatch': ['tiny'],
  // Where training has enlarged it, this check is not chosen: the size is known.
  tolerance: ['close'],
};

/** What one finds with each check if this is the cause. Two causes are told apart where they differ. */
export const findingsOf: Readonly<Record<PageId, FindingsOfCause>> = {
  'initial-weights': { training: { ...otherStep, 'first-mismatch': ['start'] } },
  'batch-order': { training: { ...otherStep, 'batch-indices': ['differs'] } },
  dropout: {
    savedModel: { ...steady, 'two-calls': ['differs'], 'zero-state': ['differs'] },
    // Masks of the training.
    training: otherStep,
  },
  'time-steps': {
    savedModel: { ...steady, 'input-hash': ['differs'] },
    training: {
      ...otherStep,
      settings: ['window'],
      seeds: ['apart', 'mixed'],
      // Another window makes another number of samples.
      'batch-indices': ['differs', 'equal'],
    },
  },
  hyperparameters: {
    training: {
      ...otherStep,
      settings: ['training'],
      seeds: ['apart', 'mixed'],
      // Another size of the model shows in the start weights.
      'first-mismatch': ['start', 'step'],
      // The batch size.
      'batch-indices': ['differs', 'equal'],
    },
  },
  'data-set': {
    training: {
      ...otherStep,
      // A random split or subset is drawn anew where nothing was changed.
      settings: ['data', 'same'],
      seeds: ['apart', 'mixed'],
      // Noise and augmentation act on the same samples.
      'batch-indices': ['differs', 'equal'],
    },
  },
  'carried-state': { savedModel: { ...steady, 'two-calls': ['differs'] } },
  'floating-point': {
    savedModel: { ...steady, 'on-cpu': ['equal', 'differs'], tolerance: ['close'] },
    training: { ...roundedTraining, 'on-cpu': ['equal', 'differs'] },
  },
  'saved-model': {
    savedModel: {
      ...steady,
      // Weights that were not loaded; or a scaler that was fitted anew.
      'same-weights': ['differs', 'equal'],
      'weight-hash': ['differs', 'equal'],
      'input-hash': ['equal', 'differs'],
    },
  },
  'gpu-kernels': {
    savedModel: { ...steady, 'on-cpu': ['equal'], tolerance: ['close'] },
    training: { ...roundedTraining, 'on-cpu': ['equal'] },
  },
  'reduced-precision': {
    savedModel: {
      ...steady,
      // Weights that were saved with fewer digits.
      'weight-hash': ['equal', 'differs'],
      'full-precision': ['closer'],
      'on-cpu': ['equal', 'differs'],
    },
    training: {
      ...roundedTraining,
      seeds: ['apart', 'mixed'],
      'first-mismatch': ['between'],
      'full-precision': ['closer'],
      'on-cpu': ['equal', 'differs'],
    },
  },
  'hash-and-file-order': {
    savedModel: { ...steady, 'input-hash': ['differs'] },
    // The same samples with other numbers for their words, or other samples.
    training: { ...otherStep, 'batch-indices': ['differs', 'equal'] },
  },
  'batch-norm': {
    savedModel: {
      ...steady,
      'two-calls': ['equal', 'differs'],
      'zero-state': ['equal', 'differs'],
      // A call in training mode moves the stored averages, which are hashed with the weights.
      'same-weights': ['equal', 'differs'],
      'weight-hash': ['equal', 'differs'],
    },
  },
  'sampling-temperature': { savedModel: { ...steady, 'zero-state': ['differs'] } },
};
