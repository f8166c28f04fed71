import type { PageId } from '../ids.ts';

/** What one may find with each check. */
export interface Outcomes {
  readonly 'same-weights': 'differs' | 'equal';
  readonly 'zero-state': 'equal' | 'differs';
  readonly 'arg-max': 'equal' | 'differs';
  readonly 'weight-hash': 'differs' | 'equal';
  readonly 'input-hash': 'differs' | 'equal';
  readonly 'full-precision': 'closer' | 'as-before';
  readonly 'on-cpu': 'equal' | 'differs';
  readonly settings: 'training' | 'window' | 'data';
  readonly seeds: 'apart' | 'mixed';
  readonly 'first-mismatch': 'start' | 'early' | 'late';
  readonly 'batch-indices': 'differs' | 'equal';
  readonly tolerance: 'close';
}

export type CheckId = keyof Outcomes;

/** A check that isn't named says nothing about the cause. */
type Findings = { readonly [Id in CheckId]?: Outcomes[Id] };

/** Something in the model acts on every call: weights and input stay the same. */
const mode = {
  'same-weights': 'equal',
  'zero-state': 'differs',
  'weight-hash': 'equal',
  'input-hash': 'equal',
} as const;

const rounding = {
  'same-weights': 'equal',
  'weight-hash': 'equal',
  'input-hash': 'equal',
  seeds: 'mixed',
  'first-mismatch': 'late',
  tolerance: 'close',
} as const;

/** What one finds with each check if this is the cause. Two causes are told apart where they differ. */
export const findingsOf: Readonly<Record<PageId, Findings>> = {
  'initial-weights': { 'same-weights': 'differs', seeds: 'mixed', 'first-mismatch': 'start' },
  'batch-order': {
    'same-weights': 'differs',
    seeds: 'mixed',
    'first-mismatch': 'early',
    'batch-indices': 'differs',
  },
  dropout: {
    ...mode,
    'arg-max': 'differs',
    // Masks of the training.
    seeds: 'mixed',
    'first-mismatch': 'early',
    'batch-indices': 'equal',
  },
  'time-steps': {
    'same-weights': 'equal',
    'weight-hash': 'equal',
    'input-hash': 'differs',
    settings: 'window',
    seeds: 'apart',
    'first-mismatch': 'early',
  },
  hyperparameters: { 'same-weights': 'differs', settings: 'training', seeds: 'apart' },
  'data-set': {
    'same-weights': 'differs',
    settings: 'data',
    seeds: 'apart',
    'first-mismatch': 'early',
  },
  'carried-state': {
    'same-weights': 'equal',
    'zero-state': 'equal',
    'weight-hash': 'equal',
    'input-hash': 'equal',
  },
  'floating-point': { ...rounding, 'full-precision': 'as-before', 'on-cpu': 'differs' },
  'saved-model': { 'same-weights': 'differs', 'weight-hash': 'differs' },
  'gpu-kernels': { ...rounding, 'full-precision': 'as-before', 'on-cpu': 'equal' },
  'reduced-precision': { ...rounding, 'full-precision': 'closer', 'on-cpu': 'equal' },
  'hash-and-file-order': {
    'same-weights': 'differs',
    'weight-hash': 'equal',
    'input-hash': 'differs',
    seeds: 'mixed',
    'first-mismatch': 'early',
  },
  'batch-norm': { ...mode, 'arg-max': 'differs' },
  'sampling-temperature': { ...mode, 'arg-max': 'equal' },
};
