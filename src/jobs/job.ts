/** Who asks for a job: a person, and the server they ask in (none in a direct message). */
export interface Requester {
  readonly user: string;
  readonly server?: string | undefined;
  /** Manages messages there, and so comes before the others of that server. */
  readonly goesFirst?: boolean;
  /** How many of the server's jobs may wait, where it has chosen that. */
  readonly serverLimit?: number | undefined;
}

/** Whose job it is, and who hears of its progress. Nothing is told before `submit` returns, or after the job is over. */
export interface Watch {
  /** If absent, the limits per person and per server don't apply. */
  readonly by?: Requester;
  /** In usual jobs; 1 if absent. */
  readonly cost?: number;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Hears the place in the queue (1 is next) and the wait in seconds, first at once, then whenever the place changes; 0 when
   * the job starts.
   */
  readonly onPosition?: (position: number, seconds?: number) => void;
  /** Hears that the machine is gone that ran the job, and that another does it again. */
  readonly onMoved?: () => void;
  /** It is run, even if what it gives is known already from a run that has ended. */
  readonly fresh?: boolean;
}

export interface Job<Result> {
  /** Set if the job is refused, and so never starts. `outcome` says the same. */
  readonly refusal: Refusal | undefined;
  /** Always resolves; never rejects. */
  readonly outcome: Promise<Outcome<Result>>;
  /** The place in the queue; 0 while the job runs and afterwards. */
  position(): number;
  /** The seconds until it will start, as measured from the last jobs; undefined before one is measured. */
  wait(): number | undefined;
  /** Lets the job go first from now on; see `Requester`. */
  prefer(): void;
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
  /** It would take longer than a job may run. With so many runs it ends in time; with none if undefined. */
  | {
      readonly kind: 'too-long';
      readonly seconds: number;
      readonly mostSeconds: number;
      readonly runs: number | undefined;
    }
  /** No child process starts; the next try is in `seconds`. */
  | { readonly kind: 'unavailable'; readonly seconds: number }
  /** The machines that run jobs can't be reached. */
  | { readonly kind: 'unreachable' }
  /** The bot is leaving. */
  | { readonly kind: 'closed' };

export interface Progress {
  readonly done: number;
  readonly total: number;
}
