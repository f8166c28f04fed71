import type { Demo } from '../plan.ts';
import { retrainPlan } from '../retrain.ts';

/** Varies the draw of the initial weights; batches and data stay. */
export const initialWeights: Demo<'initial-weights'> = {
  retrain: {
    defaultRuns: 20,
    watch: 'training',
    takesData: true,
    plan: (engine, seed, runs, given) =>
      retrainPlan(engine, seed, runs, (recipe, run) => ({ ...recipe, weights: run }), given),
  },
};
