import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../shared/reply.ts';

interface Progress {
  /** Shows this as soon as the last edit is old enough; of several that wait, only the newest. */
  show(reply: Reply): void;
  /** Shows nothing more; done when the edit under way is. */
  stop(): Promise<void>;
}

/** Discord allows about one edit in 2 s. */
export function createProgress(
  edit: (reply: Reply) => Promise<void>,
  milliseconds = 2_000,
): Progress {
  const stopped = new AbortController();
  let newest: Reply | undefined;
  let editing: Promise<void> | undefined;

  async function showNewest(): Promise<void> {
    while (newest && !stopped.signal.aborted) {
      const reply = newest;
      newest = undefined;
      // A lost progress message does no harm: the next one, or the result, replaces it.
      await edit(reply).catch(() => undefined);
      await sleep(milliseconds, undefined, stopped).catch(() => undefined);
    }
    editing = undefined;
  }

  return {
    show(reply) {
      newest = reply;
      editing ??= showNewest();
    },
    async stop() {
      stopped.abort();
      await editing;
    },
  };
}
