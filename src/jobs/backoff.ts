export interface BackoffOptions {
  /** The first pause in milliseconds; it doubles with every failure that follows. */
  readonly first?: number;
  readonly longest?: number;
}

/** Pauses that get longer with each failure in a row. */
export interface Backoff {
  /** Failures since the last success. */
  readonly failures: () => number;
  /** The milliseconds that are left of a pause; undefined if there is none. */
  left(): number | undefined;
  /** Notes a failure, and calls `next` after the pause that follows it. */
  failed(next: () => void): void;
  /** Notes a success: it ends the pause and the row of failures. */
  worked(): void;
  /** Ends the pause, for good. */
  close(): void;
}

export function createBackoff({ first = 500, longest = 60_000 }: BackoffOptions = {}): Backoff {
  let failures = 0;
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    failures: () => failures,
    left: () => (timer ? Math.max(0, until - performance.now()) : undefined),
    failed(next) {
      end();
      const pause = Math.min(first * 2 ** failures, longest);
      failures += 1;
      until = performance.now() + pause;
      timer = setTimeout(() => {
        timer = undefined;
        next();
      }, pause);
    },
    worked() {
      failures = 0;
      end();
    },
    close: end,
  };
}
