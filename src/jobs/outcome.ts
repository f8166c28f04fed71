/** How a piece of work ended. Failure is a value; src/words says each of these to people. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly milliseconds: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  /** The queue is full; `waiting` jobs stand in it. */
  | { readonly kind: 'busy'; readonly waiting: number }
  /** The child process died or threw; `detail` is for the log, not for people. */
  | { readonly kind: 'crashed'; readonly detail: string };

export interface Progress {
  readonly done: number;
  readonly total: number;
}
