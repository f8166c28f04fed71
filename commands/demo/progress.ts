import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../shared/reply.ts';

interface Progress {
  /** Shows this when the last edit is `pause` milliseconds old; of several that wait, only the newest. */
  show(reply: Reply, pause?: number): void;
  /** Shows nothing more; done when the edit under way is. */
  stop(): Promise<void>;
}

interface State {
  readonly reply: Reply;
  readonly pause: number;
}

/** Discord allows about one edit in 2 s. */
const shortestPause = 2_000;

export function createProgress(
  edit: (reply: Reply) => Promise<void>,
  usualPause = shortestPause,
): Progress {
  const stopped = new AbortController();
  let newest: State | undefined;
  let editing: Promise<void> | undefined;
  let lastEdit = Number.NEGATIVE_INFINITY;
  /** Ends the present pause: a newer state may be shown earlier, or nothing any more. */
  let wake = new AbortController();

  async function showNewest(): Promise<void> {
    while (newest && !stopped.signal.aborted) {
      const left = lastEdit + newest.pause - performance.now();
      if (left > 0) {
        wake = new AbortController();
        await sleep(left, undefined, { signal: wake.signal }).catch(() => undefined);
        continue;
      }
      const { reply } = newest;
      newest = undefined;
      // A lost progress message does no harm: the next one, or the result, replaces it.
      await edit(reply).catch(() => undefined);
      lastEdit = performance.now();
    }
    editing = undefined;
  }

  return {
    show(reply, pause = usualPause) {
      newest = { reply, pause };
      wake.abort();
      editing ??= showNewest();
    },
    async stop() {
      stopped.abort();
      wake.abort();
      await editing;
    },
  };
}
