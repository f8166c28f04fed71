import type { Outputs } from '../demos/index.ts';
import type { CheckTask } from './check.ts';
import type { Division } from './crew.ts';
import type { DemoTask } from './demo.ts';

/** Asks a child how many runs each piece of a demo is (none if it should be computed whole), or what one of them gives. */
export interface PieceTask extends Pick<DemoTask, 'parameters' | 'engine'> {
  readonly ask: 'runs' | { readonly piece: number };
}

export type PieceAnswer = readonly number[] | Outputs;

/** A demo that is watched is computed whole: what happens on the way is shown together. */
export const demoDivision: Division<DemoTask | PieceTask | CheckTask> = {
  plan: (task) => {
    if (!('locale' in task) || task.watch) return undefined;
    const { parameters, engine } = task;
    return { parameters, engine, ask: 'runs' };
  },
  piece: (task, piece) => {
    const { parameters, engine } = task as DemoTask;
    return { parameters, engine, ask: { piece } };
  },
  // Safe: what the pieces of a demo gave.
  whole: (task, outputs) => ({ ...(task as DemoTask), outputs: outputs as readonly Outputs[] }),
};
