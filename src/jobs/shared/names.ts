import { prefix } from '../../redis/index.ts';

export const queueName = 'demos';

/** Of the channel on which a worker hears which demo to end. */
export const cancelChannel = `${prefix}:cancel`;

export const resultKey = (id: string): string => `${prefix}:result:${id}`;

export interface Timing {
  /** A worker that says nothing for so long counts as gone, and another does its demo. */
  readonly lockMs: number;
  /** How often is looked for demos whose worker is gone. */
  readonly stalledMs: number;
  /** How often a process looks at the demos that it waits for. */
  readonly lookMs: number;
  /** Redis may be away for so long until the demos that wait are given up. */
  readonly graceMs: number;
}

export const usualTiming: Timing = {
  lockMs: 10_000,
  stalledMs: 5_000,
  lookMs: 1_000,
  graceMs: 5_000,
};
