import { setTimeout } from 'node:timers/promises';
import type { Log } from '../log.ts';

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<unknown>;

export const pauseFor: Pause = (milliseconds) => setTimeout(milliseconds);

/** For work in the background: it does not keep a process that wants to end. */
export const pauseInBackground = (milliseconds: number): Promise<undefined> =>
  setTimeout(milliseconds, undefined, { ref: false });

/** What work needs that goes on while the bot serves. */
export interface InBackground {
  readonly log: Log;
  readonly pause: Pause;
  /** Aborts when the bot leaves. */
  readonly leaving: AbortSignal;
}
