import type { CaseId, FollowUpId, PageId, SectionId } from '../../ids.ts';
import type { ByVariant, StudyId } from '../../demos/index.ts';

/** Short names of the pages, at most 20 characters: they stand in buttons. */
export const causes: Readonly<Record<PageId, string>> = {
  'initial-weights': 'Initial weights',
  'batch-order': 'Batch order',
  dropout: 'Dropout',
  'time-steps': 'Time steps',
  hyperparameters: 'Hyper-parameters',
  'data-set': 'Data set',
  'carried-state': 'Carried state',
  'floating-point': 'Floating point',
  'saved-model': 'Saved model',
  'gpu-kernels': 'GPU kernels',
  'reduced-precision': 'Reduced precision',
  'hash-and-file-order': 'Hash and file order',
  'batch-norm': 'Batch normalisation',
  'sampling-temperature': 'Sampling temperature',
};

/** Demos of no single cause: a short name, and the question that they answer. */
export const studies: Readonly<Record<StudyId, { readonly name: string; readonly title: string }>> =
  {
    all: { name: 'All causes', title: 'How big is each cause? All of them compared' },
    butterfly: { name: 'One bit', title: 'Butterfly: does one bit in one weight matter?' },
    steadier: { name: 'Steadier', title: 'Steadier: does it help to average several models?' },
    compare: { name: 'Better, or lucky?', title: 'Better, or lucky? Two values of a setting' },
  };

/** Short names of what people ask next; they stand in buttons too. */
export const followUps: Readonly<Record<FollowUpId, string>> = {
  'seed-still-differs': 'A seed isn’t enough',
  'is-it-a-bug': 'Is it a bug?',
  'how-much-is-normal': 'How much is normal?',
  'how-to-report': 'How to report it',
  'complete-recipe': 'The complete recipe',
  'make-it-steadier': 'Make it steadier',
};

/** When a cause applies. */
export const cases: Readonly<Record<CaseId, string>> = {
  'same-weights': 'you call the same weights again',
  reloaded: 'you load the same weights again',
  retrained: 'you train again',
  'changed-settings': 'you train again with different settings or data',
};

/** Parts of a page. */
export const sections: Readonly<Record<SectionId, string>> = {
  'what-happens': 'What happens',
  'when-it-applies': 'When it applies',
  'how-to-check': 'How to check',
  'fix-keras': 'Fix in Keras',
  'fix-pytorch': 'Fix in PyTorch',
  'fix-tensorflowjs': 'Fix in TensorFlow.js',
  'what-the-fix-does-not-fix': 'What the fix does not fix',
  sources: 'Sources',
};

/** The threshold 0 of clipping, which is none. */
export const noClipping: string = 'off';

/** Variants of a demo. */
export const variants: ByVariant<string> = {
  'initial-weights': {
    retrain: 'Train again from different initial weights',
  },
  'batch-order': {
    retrain: 'Train again in a different batch order',
  },
  dropout: {
    inference: 'One trained model, dropout left on',
    training: 'Different dropout masks in training',
  },
  'time-steps': {
    length: 'One trained model, windows of different lengths',
    alignment: 'One trained model, the values padded with zeros',
  },
  hyperparameters: {
    'learning-rate': 'Different learning rates',
    'hidden-units': 'Different numbers of hidden units',
    clipping: 'Different clipping thresholds',
  },
  'data-set': {
    sampling: 'Different random subsets for training',
    shift: 'Test data from elsewhere',
    dirty: 'Missing and wrong values',
  },
  'carried-state': {
    'between-calls': 'One trained model, different earlier requests',
    'within-predict': 'One trained model, several batches in one call',
  },
  'floating-point': {
    engines: 'Same weights on different engines',
    'batch-size': 'Same weights in batches of different sizes',
    'addition-order': 'Same sums in a different order',
  },
  'saved-model': {
    'not-loaded': 'Weights not really loaded',
    'wrong-epoch': 'The file of a different epoch',
    scaler: 'Scaler fitted again',
  },
  all: {
    ranking: 'The spread of each cause alone',
  },
  butterfly: {
    'one-bit': 'One weight moved by its last bit',
  },
  steadier: {
    averages: 'The average of 1, 2, 5, 10, 20 models',
  },
  compare: {
    'learning-rate': 'Learning rate',
    'hidden-units': 'Hidden units',
    window: 'Window length',
    clipping: 'Clipping',
    'dropout-rate': 'Dropout rate',
    'training-steps': 'Training steps',
  },
};
