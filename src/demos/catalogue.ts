import type { CauseId } from '../causes.ts';
import { batchOrder } from './causes/batch-order.ts';
import { carriedState } from './causes/carried-state.ts';
import { dataSet } from './causes/data-set.ts';
import { dropout } from './causes/dropout.ts';
import { floatingPoint } from './causes/floating-point.ts';
import { hyperparameters } from './causes/hyperparameters.ts';
import { initialWeights } from './causes/initial-weights.ts';
import { savedModel } from './causes/saved-model.ts';
import { timeSteps } from './causes/time-steps.ts';
import type { DemoId, StudyId } from './ids.ts';
import type { Demo, Form, Variant } from './plan.ts';

/** The only list of the demos of one cause. */
export const demos: Readonly<Record<CauseId, Demo>> = {
  'initial-weights': initialWeights,
  'batch-order': batchOrder,
  dropout,
  'time-steps': timeSteps,
  hyperparameters,
  'data-set': dataSet,
  'carried-state': carriedState,
  'floating-point': floatingPoint,
  'saved-model': savedModel,
};

/** The demos of no single cause have one form each. */
const studies: Readonly<Record<StudyId, readonly [Form]>> = {
  all: [{ id: 'ranking', defaultRuns: 40, fewestRuns: 40 }],
  butterfly: [{ id: 'one-bit', defaultRuns: 8 }],
};

/** The first one is the default. */
export const formsOf = (id: DemoId): readonly [Form, ...Form[]] =>
  id in studies ? studies[id as StudyId] : demos[id as CauseId].variants;

export const variantsOf = (id: DemoId): readonly string[] => formsOf(id).map((form) => form.id);

export const findForm = (id: DemoId, variant: string): Form | undefined =>
  formsOf(id).find((form) => form.id === variant);

export function variantOf({ cause, variant }: { cause: CauseId; variant: string }): Variant {
  const found = demos[cause].variants.find(({ id }) => id === variant);
  if (!found) throw new Error(`${cause} has no variant "${variant}".`);
  return found;
}
