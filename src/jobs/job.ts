/** Who asks for a job: a person, and the server they ask in (none in a direct message). */
export interface Requester {
  readonly user: string;
  readonly server?: string | undefined;
}

/** Whose job it is, and who hears of its progress. Nothing is told before `submit` returns, or after the job is over. */
export interface Watch {
  /** If absent, the limits per person and per server don't apply. */
  readonly by?: Requester;
  readonly onProgress?: (progress: Progress) => void;
  /** Hears the place in the queue (1 is next), first at once, then whenever it changes; 0 when the job starts. */
  readonly onPosition?: (position: number) => void;
}

export interface Job<Result> {
  /** Set if the job is refused, and so never starts. `outcome` says the same. */
  readonly refusal: Refusal | undefined;
  /** Always resolves; never rejects. */
  readonly outcome: Promise<Outcome<Result>>;
  /** The place in the queue; 0 while the job runs and afterwards. */
  position(): number;
  /** Ends the job; if it runs, its child is killed. Does nothing if the job is over. */
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

/** Why a job never starts. */
export type Refusal =
  /** The queue is full: `waiting` jobs of this person, of this server, or of all wait already. */
  | {
      readonly kind: 'busy';
      readonly scope: 'user' | 'server' | 'all';
      readonly waiting: number;
    }
  /** No child process starts; the next try is in `seconds`. */
  | { readonly kind: 'unavailable'; readonly seconds: number }
  /** The bot is leaving. */
  | { readonly kind: 'closed' };

export interface Progress {
  readonly done: number;
  readonly total: number;
}
