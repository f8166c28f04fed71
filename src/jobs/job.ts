/** Who asks for a job: a person, and the server they ask in (none in a direct message). */
export interface Requester {
  readonly user: string;
  readonly server?: string | undefined;
}

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

/** How a piece of work ended. Failure is a value; src/words says each of these to people. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly milliseconds: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  /** The child process died or threw; `detail` is for the log, not for people. */
  | { readonly kind: 'crashed'; readonly detail: string }
  | Refusal;

/** Why work is not even begun. */
export type Refusal =
  /** `waiting` jobs stand in the queue: of this person, of this server, or of all; no more may. */
  | {
      readonly kind: 'busy';
      readonly scope: 'user' | 'server' | 'all';
      readonly waiting: number;
    }
  /** No child process comes up; the next one is tried in so many seconds. */
  | { readonly kind: 'unavailable'; readonly seconds: number }
  /** The bot is leaving. */
  | { readonly kind: 'closed' };

export interface Progress {
  readonly done: number;
  readonly total: number;
}
