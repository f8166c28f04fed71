import type { Services } from '../framework/services.ts';

/** Ends a lesson whose question, channel or server is gone: there is nowhere to say so but the log. */
export async function letGo(id: string, { lessons, classes, log }: Services): Promise<void> {
  const session = await lessons.find(id);
  if (!session || session.phase === 'ended') return;
  const event = { kind: 'ended', why: 'message-gone', at: classes.now() } as const;
  await lessons.apply(id, event);
  classes.counts.delete(id);
  log.info(
    `The lesson ${session.lesson} has ended: its message, its channel or its server is gone.`,
  );
}
