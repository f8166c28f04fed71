/** What lessons and what is kept of people go by. */
export interface Clock {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Does the work again and again, until it is stopped by what is returned. */
  readonly every: (milliseconds: number, work: () => Promise<void>) => () => void;
}

export const machineClock: Clock = {
  now: Date.now,
  every(milliseconds, work) {
    const timer = setInterval(() => void work(), milliseconds);
    return () => clearInterval(timer);
  },
};
