export interface BackoffOptions {
  /** The first pause in milliseconds; it doubles with every failure that follows. */
  readonly first?: number;
  readonly longest?: number;
}

/** Longer and longer pauses after failures in a row. */
export interface Backoff {
  /** Failures since the last success. */
  readonly failures: () => number;
  /** While a pause lasts: what is left of it, in milliseconds. */
  left(): number | undefined;
  /** Calls `next` when the pause that this failure asks for is over. */
  failed(next: () => void): void;
  /** Ends the pause. */
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
