import type { QueueLimits } from './queue.ts';

export interface WaitingLimits {
  /** How many jobs may wait; one more is refused as `busy`. */
  readonly maxWaiting: number;
  /** How many jobs of one person may wait; unlimited by default. */
  readonly maxWaitingPerUser?: number;
  /** How many jobs of one server may wait; unlimited by default. */
  readonly maxWaitingPerServer?: number;
}

export const limitsOf = ({
  maxWaiting: all,
  maxWaitingPerUser: user = Number.POSITIVE_INFINITY,
  maxWaitingPerServer: server = Number.POSITIVE_INFINITY,
}: WaitingLimits): QueueLimits => ({ all, user, server });
