import type { Check } from './check.ts';
import type { DemoJob, FinishedDemo } from './demo.ts';
import type { Job, Outcome, Watch } from './job.ts';
import type { Pool } from './pool.ts';

export type DemoOutcome = Outcome<FinishedDemo>;

/** What runs demos: child processes of this one, or other machines. */
export interface Jobs extends Omit<Pool<DemoJob, FinishedDemo>, 'submit'> {
  /** Resolves as soon as the demo is taken in or refused; nothing is told before that. Never rejects. */
  submit(job: DemoJob, watch?: Watch): Promise<Job<FinishedDemo>>;
  /** Says what works. Never rejects. */
  check(): Promise<readonly Check[]>;
  /** How it stands with all machines together; undefined while that can't be known, or if there is only this one. */
  look(): Promise<Look | undefined>;
}

/** The demos of all machines. */
export interface Look {
  readonly waiting: number;
  readonly running: number;
  /** How long the one has waited that waits longest; 0 if none does. */
  readonly oldestSeconds: number;
  /** How many each worker runs, by its name. */
  readonly workers: Readonly<Record<string, number>>;
}
