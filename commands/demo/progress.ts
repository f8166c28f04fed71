import type { Reply } from '../framework/reply.ts';

interface Progress {
  /** Shows this when the last edit is `pause` milliseconds old; of several that wait, only the newest. */
  show(reply: Reply, pause?: number): void;
  /** Shows nothing more; done when the edit under way is. */
  stop(): Promise<void>;
}

/** Discord allows about one edit in 2 s. */
const shortestPause = 2_000;

export function createProgress(
  edit: (reply: Reply) => Promise<void>,
  usualPause = shortestPause,
): Progress {
  let newest: { readonly reply: Reply; readonly pause: number } | undefined;
  let editing: Promise<void> | undefined;
  let lastEdit = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  /** When the newest will be shown, as it is planned. */
  let plannedAt = Number.POSITIVE_INFINITY;
  let isStopped = false;

  function plan(): void {
    if (!newest || editing || isStopped) return;
    const at = lastEdit + newest.pause;
    // Sets the timer anew only for an earlier time: with hundreds in the queue, places change very often.
    if (at >= plannedAt) return;
    clearTimeout(timer);
    plannedAt = at;
    const left = at - performance.now();
    if (left > 0) timer = setTimeout(showNewest, left);
    else showNewest();
  }

  function showNewest(): void {
    plannedAt = Number.POSITIVE_INFINITY;
    const reply = newest?.reply;
    newest = undefined;
    if (reply) editing = perform(reply);
  }

  async function perform(reply: Reply): Promise<void> {
    // A lost progress message does no harm, because the next one, or the result, replaces it.
    await edit(reply).catch(() => undefined);
    lastEdit = performance.now();
    editing = undefined;
    plan();
  }

  return {
    show(reply, pause = usualPause) {
      newest = { reply, pause };
      plan();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await editing;
    },
  };
}
