import type { Demo } from '../plan.ts';
import { retrainPlan } from '../retrain.ts';

/** Varies the draw of the mini-batches; initial weights and data stay. */
export const batchOrder: Demo<'batch-order'> = {
  retrain: {
    defaultRuns: 20,
    watch: 'training',
    takesData: true,
    plan: (engine, seed, runs, given) =>
      retrainPlan(engine, seed, runs, (recipe, run) => ({ ...recipe, batches: run }), given),
  },
};
