import { createHash } from 'node:crypto';
import { edition } from '../../demos/index.ts';
import type { DemoTask } from '../demo.ts';
import { inOrder } from '../in-order.ts';

/** The same for demos that give the same bytes: their parameters, engine and language, what is drawn, and by which build. */
export function idOf(task: DemoTask, build: string): string {
  const all = inOrder({ ...task, build, edition });
  return createHash('sha256').update(all).digest('hex').slice(0, 32);
}
