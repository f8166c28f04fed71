import type { Outcome, Progress } from './job.ts';
import type { Speed } from './speed.ts';

/** How long the children of one job have worked on it. */
export interface Effort {
  /** Milliseconds since its own child began; 0 before. */
  readonly elapsed: () => number;
  readonly begin: () => void;
  /** So far it is now. */
  readonly reached: (progress: Progress) => void;
  /** Another child worked on it for so many milliseconds. */
  readonly helped: (milliseconds: number) => void;
  /** Notes what a job of that cost took, where that is known. */
  note(speed: Speed, cost: number, ended: Outcome<unknown>['kind']): void;
}

/**
 * Training ends with the last progress; what comes after it takes the same for all. What helpers did is counted as if the job's own
 * child had done it, because the next job may have none.
 */
export function createEffort(): Effort {
  let since: number | undefined;
  let latest: { readonly at: number; readonly progress: Progress } | undefined;
  let byOthers = 0;
  return {
    elapsed: () => (since === undefined ? 0 : performance.now() - since),
    begin() {
      since = performance.now();
    },
    reached(progress) {
      latest = { at: performance.now(), progress };
    },
    helped(milliseconds) {
      byOthers += milliseconds;
    },
    note(speed, cost, ended) {
      if (since === undefined || !latest || latest.progress.total === 0) return;
      const { at, progress } = latest;
      const worked = at - since + byOthers;
      if (ended === 'done') speed.note(cost, worked, performance.now() - at);
      if (ended === 'timed-out') speed.note((cost * progress.done) / progress.total, worked, 0);
    },
  };
}
