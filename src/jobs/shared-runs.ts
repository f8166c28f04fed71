import type { Job, Outcome, Watch } from './job.ts';
import { refused } from './over.ts';

/** Jobs of people who ask for the same while it waits or runs are one. */
export interface SharedRuns<Result> {
  /** Joins the job of that key that is under way, or starts it. */
  submit(key: string, watch: Watch | undefined, start: (watch: Watch) => Job<Result>): Job<Result>;
}

interface Asker<Result> {
  readonly watch: Watch;
  readonly settle: (outcome: Outcome<Result>) => void;
}

interface Run<Result> {
  readonly job: Job<Result>;
  readonly askers: Set<Asker<Result>>;
}

/** `mostOfOnePerson`: how often somebody may ask for the same while it is under way. */
export function createSharedRuns<Result>(mostOfOnePerson: number): SharedRuns<Result> {
  const runs = new Map<string, Run<Result>>();

  function join(key: string, run: Run<Result>, watch: Watch): Job<Result> {
    const { job, askers } = run;
    let settle!: Asker<Result>['settle'];
    const outcome = new Promise<Outcome<Result>>((resolve) => {
      settle = resolve;
    });
    const asker = { watch, settle };
    askers.add(asker);
    return {
      ...job,
      outcome,
      cancel() {
        if (!askers.delete(asker)) return;
        settle({ kind: 'cancelled' });
        if (askers.size > 0) return;
        // Whoever asks from now on begins anew.
        if (runs.get(key) === run) runs.delete(key);
        job.cancel();
      },
    };
  }

  function start(key: string, watch: Watch, submit: (watch: Watch) => Job<Result>): Job<Result> {
    const askers = new Set<Asker<Result>>();
    const job = submit({
      ...watch,
      onPosition: (place, seconds) =>
        tell(askers, (each) => each.watch.onPosition?.(place, seconds)),
      onProgress: (progress) => tell(askers, (each) => each.watch.onProgress?.(progress)),
    });
    if (job.refusal) return job;
    const run = { job, askers };
    runs.set(key, run);
    void end(key, run);
    return join(key, run, watch);
  }

  async function end(key: string, run: Run<Result>): Promise<void> {
    const outcome = await run.job.outcome;
    if (runs.get(key) === run) runs.delete(key);
    for (const { settle } of run.askers) settle(outcome);
    run.askers.clear();
  }

  return {
    submit(key, watch = {}, submit) {
      const run = runs.get(key);
      if (!run) return start(key, watch, submit);
      const mine = [...run.askers].filter((each) => isOf(each.watch, watch)).length;
      if (mine >= mostOfOnePerson) return refused({ kind: 'busy', scope: 'user', waiting: mine });
      if (watch.by?.goesFirst) run.job.prefer();
      return join(key, run, watch);
    },
  };
}

const isOf = (one: Watch, { by }: Watch): boolean => by !== undefined && one.by?.user === by.user;

/** All of them hear it, even if one of them throws. */
function tell<Result>(
  askers: ReadonlySet<Asker<Result>>,
  say: (asker: Asker<Result>) => void,
): void {
  const failures: unknown[] = [];
  for (const asker of askers)
    try {
      say(asker);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
}
