import type { Reply } from '../framework/reply.ts';

/** What this process does for lessons at the moment. A restart loses none of what people did. */
export interface Classes {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** The lessons whose experiment runs. */
  readonly revealing: Set<string>;
  /** Shows how many have answered, by the id of the lesson. */
  readonly counts: Map<string, Count>;
}

export interface Count {
  readonly messageId: string;
  show(reply: Reply): void;
  /** Shows nothing more; done when the edit under way is. */
  stop(): Promise<void>;
}

export const createClasses = (now: () => number = Date.now): Classes => ({
  now,
  revealing: new Set(),
  counts: new Map(),
});
