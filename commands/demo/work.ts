import type { DemoParameters } from '../../src/demos/index.ts';
import type { DemoOutcome } from '../../src/jobs/index.ts';
import type { Conversation } from '../shared/context.ts';
import type { Reader } from '../shared/reader.ts';
import type { Services } from '../shared/services.ts';
import { createProgress } from './progress.ts';
import { waitingReply, workingReply } from './views.ts';

/** In seconds. Discord lets us edit a reply for 15 minutes, however long the queue was. */
const patience = 14 * 60;

/** Runs a demo while the (deferred) reply shows the place in the queue, then the progress, and a way to cancel. */
export async function work(
  parameters: DemoParameters,
  conversation: Conversation,
  reader: Reader,
  { jobs, running, recent }: Pick<Services, 'jobs' | 'running' | 'recent'>,
): Promise<DemoOutcome> {
  const progress = createProgress((reply) => conversation.edit(reply));
  const about = { parameters, job: conversation.id, reader };
  const job = jobs.submit(
    { parameters, locale: reader.locale },
    {
      onPosition: (place) => progress.show(waitingReply(about, place)),
      onProgress: (state) => progress.show(workingReply(about, state)),
    },
  );
  let late = false;
  const giveUp = setTimeout(() => {
    late = true;
    job.cancel();
  }, patience * 1000);
  running.set(conversation.id, () => job.cancel());
  const outcome = await job.outcome;
  clearTimeout(giveUp);
  running.delete(conversation.id);
  await progress.stop();
  if (outcome.kind === 'done') recent.keep(outcome.result.result);
  return late && outcome.kind === 'cancelled' ? { kind: 'timed-out', seconds: patience } : outcome;
}
