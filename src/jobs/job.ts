import type { Outcome, Progress, Refusal } from './outcome.ts';
import type { Requester } from './queue.ts';

/** Whose job it is, and what they are told on the way; never before `submit` has returned, nor after the job is over. */
export interface Watch {
  /** Without it, no limit of a person or of a server holds. */
  readonly by?: Requester;
  readonly onProgress?: (progress: Progress) => void;
  /** The place in the queue (1 is next) at once and whenever it changes; 0 when the job starts. */
  readonly onPosition?: (position: number) => void;
}

export interface Job<Result> {
  /** Why it is not even begun, known at once; `outcome` says the same. */
  readonly refusal: Refusal | undefined;
  /** Never rejects, and always comes. */
  readonly outcome: Promise<Outcome<Result>>;
  /** 0 while it runs and afterwards, else its place in the queue. */
  position(): number;
  /** A running job's child is killed. Does nothing if the job is over. */
  cancel(): void;
}
