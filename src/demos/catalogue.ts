import type { CauseId } from '../causes.ts';
import { batchOrder } from './causes/batch-order.ts';
import { dataSet } from './causes/data-set.ts';
import { dropout } from './causes/dropout.ts';
import { hyperparameters } from './causes/hyperparameters.ts';
import { initialWeights } from './causes/initial-weights.ts';
import { timeSteps } from './causes/time-steps.ts';
import type { Demo, Variant } from './plan.ts';

/** The only list of demos. */
export const demos: Readonly<Record<CauseId, Demo>> = {
  'initial-weights': initialWeights,
  'batch-order': batchOrder,
  dropout,
  'time-steps': timeSteps,
  hyperparameters,
  'data-set': dataSet,
};

export const variantsOf = (cause: CauseId): readonly string[] =>
  demos[cause].variants.map((variant) => variant.id);

export function findVariant(cause: CauseId, id: string): Variant | undefined {
  return demos[cause].variants.find((variant) => variant.id === id);
}

export function variantOf(parameters: { cause: CauseId; variant: string }): Variant {
  const variant = findVariant(parameters.cause, parameters.variant);
  if (!variant) throw new Error(`${parameters.cause} has no variant "${parameters.variant}".`);
  return variant;
}
