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
