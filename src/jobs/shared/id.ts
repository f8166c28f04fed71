import { createHash } from 'node:crypto';
import { edition } from '../../demos/index.ts';
import type { DemoTask } from '../demo.ts';

/** The same for demos that give the same bytes: their parameters, engine and language, what is drawn, and by which build. */
export function idOf(task: DemoTask, build: string): string {
  const all = inOrder({ ...task, build, edition });
  return createHash('sha256').update(all).digest('hex').slice(0, 32);
}

/** JSON whose keys are sorted; what is undefined is left out. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
