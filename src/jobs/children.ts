import { startChild, type Child, type ChildOptions } from './child.ts';

/** Keeps idle children for the next job: a child loads its libraries once. */
export interface Children<Input, Result> {
  /** An idle child, else a new one. */
  take(): Child<Input, Result>;
  /** Back from a job that went well. */
  giveBack(child: Child<Input, Result>): void;
  /** Kills a child: after a failure nobody knows what state it is in. */
  discard(child: Child<Input, Result>): void;
  /** Resolves when every idle or discarded child is gone. */
  close(): Promise<void>;
}

export function createChildren<Input, Result>(
  options: ChildOptions & { readonly warm: number },
): Children<Input, Result> {
  const start = () => startChild<Input, Result>(options);
  const idle = Array.from({ length: options.warm }, start);
  const leaving = new Set<Promise<void>>();
  const discard = (child: Child<Input, Result>) => {
    const gone = child.kill().finally(() => leaving.delete(gone));
    leaving.add(gone);
  };
  return {
    take() {
      for (let child = idle.pop(); child; child = idle.pop()) {
        if (child.alive()) return child;
        discard(child);
      }
      return start();
    },
    giveBack: (child) => void idle.push(child),
    discard,
    async close() {
      idle.splice(0).forEach(discard);
      await Promise.all(leaving);
    },
  };
}
