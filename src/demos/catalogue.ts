import type { CauseId } from '../ids.ts';
import { batchOrder } from './causes/batch-order.ts';
import { carriedState } from './causes/carried-state.ts';
import { dataSet } from './causes/data-set.ts';
import { dropout } from './causes/dropout.ts';
import { floatingPoint } from './causes/floating-point.ts';
import { hyperparameters } from './causes/hyperparameters.ts';
import { initialWeights } from './causes/initial-weights.ts';
import { savedModel } from './causes/saved-model.ts';
import { timeSteps } from './causes/time-steps.ts';
import { ofVariant, type ByVariant, type Chosen, type StudyId } from './ids.ts';
import type { Form, Variant } from './plan.ts';
import { comparedForms } from './studies/compare/settings.ts';

/** The only list of the causes' demos. */
export const demos: ByVariant<Variant, CauseId> = {
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

const studies: ByVariant<Form, StudyId> = {
  all: { ranking: { defaultRuns: 40, fewestRuns: 40, takesData: true } },
  butterfly: { 'one-bit': { defaultRuns: 8, watch: 'epochs' } },
  steadier: { averages: { defaultRuns: 100, fewestRuns: 40, takesData: true } },
  compare: comparedForms,
};

const forms: ByVariant<Form> = { ...demos, ...studies };

export const formOf = (chosen: Chosen): Form => ofVariant(forms, chosen);
