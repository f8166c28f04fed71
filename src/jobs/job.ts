import type { Outcome, Progress } from './outcome.ts';

/** What one who submits a job is told on the way; never before `submit` has returned, nor after the job is over. */
export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  /** The place in the queue (1 is next) at once and whenever it changes; 0 when the job starts. */
  readonly onPosition?: (position: number) => void;
}

export interface Job<Result> {
  /** Never rejects, and always comes. */
  readonly outcome: Promise<Outcome<Result>>;
  /** 0 while it runs and afterwards, else its place in the queue. */
  position(): number;
  /** A running job's child is killed. Does nothing if the job is over. */
  cancel(): void;
}
