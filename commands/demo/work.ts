import type { DemoOutcome } from '../../src/jobs/index.ts';
import type { Conversation, Visibility } from '../framework/context.ts';
import { wordsFor } from '../../src/words/index.ts';
import { channelsInstead } from '../parts/rights-of-people.ts';
import { readerOf, type Reader } from '../parts/reader.ts';
import { problem, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { createProgress } from './progress.ts';
import type { DemoRequest } from './request.ts';
import {
  movedReply,
  outcomeReply,
  tooManyRunsReply,
  waitingReply,
  withNote,
  workingReply,
} from './views.ts';

/** In seconds. A token lives 15 minutes; a demo that ends later could not be shown with it. */
const patience = 14 * 60;
const tookTooLong = { kind: 'timed-out', seconds: patience } as const;

/**
 * Runs a demo in one message: it acknowledges the command, shows the progress, and at last the result. Where the server posts
 * demos in other channels, only whoever asked sees it.
 */
export function runDemo(
  request: DemoRequest,
  conversation: Conversation,
  services: Services,
  visibility: Visibility,
): Promise<void> {
  const most = mostRunsOf(conversation, request);
  if (most !== undefined) {
    const reader = readerOf(conversation, true, services);
    const reply = tooManyRunsReply(most, { ...request, ...visibility }, reader);
    return conversation.reply(reply, { private: true });
  }
  const channels = visibility.private ? undefined : channelsInstead(conversation);
  const shown = { private: visibility.private || channels !== undefined };
  return work(request, conversation, shown, services, (outcome, reader) => {
    const reply = outcomeReply(outcome, { ...request, ...shown }, reader);
    return channels
      ? withNote(wordsFor(reader.locale).replies.demo.elsewhere(channels), reply)
      : reply;
  });
}

/** How many runs it may have, where it has more. Whoever repeats a demo needs as many as that had. */
function mostRunsOf(
  { isStaff, settings: { mostRuns } }: Conversation,
  { parameters, expected }: DemoRequest,
): number | undefined {
  return !isStaff && !expected && mostRuns !== undefined && parameters.runs > mostRuns
    ? mostRuns
    : undefined;
}

/**
 * Replies at once, and runs a demo. Until it ends, the reply shows the place in the queue, then the progress, and a button
 * to cancel; then it says how the demo ended. A refusal is private.
 */
export async function work(
  { parameters, watch, takeHome, expected }: DemoRequest,
  conversation: Conversation,
  visibility: Visibility,
  services: Services,
  sayEnd: (outcome: DemoOutcome, reader: Reader) => Reply,
): Promise<void> {
  const reader = readerOf(conversation, visibility.private, services);
  const { data } = parameters;
  const values = data && services.series.values(data);
  if (data && !values) {
    const { own } = wordsFor(conversation.locale);
    return conversation.reply(problem(own.gone(data.hash, data.count)), { private: true });
  }
  const about = { parameters, job: conversation.id, reader };
  const { userId: user, serverId: server, isStaff, settings } = conversation;
  const job = await services.jobs.submit(
    {
      parameters: values ? { ...parameters, data: { ...data, values } } : parameters,
      locale: reader.locale,
      ...(watch && { watch: true }),
      ...(takeHome && { takeHome }),
    },
    {
      by: { user, server, goesFirst: isStaff, serverLimit: settings.mostWaiting },
      onPosition: (place, seconds) => showPlace(place, seconds),
      onProgress: (state) => progress.show(workingReply(about, state)),
      onMoved: () => progress.show(movedReply(about)),
      // Whoever repeats a demo wants it run, not remembered.
      ...(expected && { fresh: true }),
    },
  );
  if (job.refusal) {
    const asker = readerOf(conversation, true, services);
    return conversation.reply(sayEnd(job.refusal, asker), { private: true });
  }

  let shown = job.position();
  const opened = conversation.reply(waitingReply(about, shown, job.wait()), visibility);
  const progress = createProgress(async (reply) => {
    await opened;
    return conversation.edit(reply);
  });
  const showPlace = (place: number, seconds?: number) => {
    if (place !== shown) progress.show(waitingReply(about, place, seconds), pauseAt(place));
    shown = place;
  };

  const cancel = () => job.cancel();
  const { running } = services;
  const entry = { parameters, cancel };
  running.set(conversation.id, entry);
  /** Its own entry only. */
  const forget = () => {
    if (running.get(conversation.id) === entry) running.delete(conversation.id);
  };
  conversation.gone.addEventListener('abort', cancel);
  if (conversation.gone.aborted) cancel();
  let isLate = false;
  const giveUp = () => {
    isLate = true;
    cancel();
  };
  const isLimited = visibility.private || !conversation.mayPost;
  const timer = isLimited ? setTimeout(giveUp, patience * 1000) : undefined;
  try {
    await opened;
    const ended = await job.outcome;
    // First of all, so that a press on the old button, which is stale by now, finds no demo.
    forget();
    const outcome = isLate && ended.kind === 'cancelled' ? tookTooLong : ended;
    await progress.stop();
    if (outcome.kind === 'done') {
      const { result } = outcome.result;
      services.recent.set(result.replay, result);
    }
    await conversation.edit(sayEnd(outcome, reader));
  } finally {
    // Ends the demo if the reply failed; does nothing if the demo is over.
    cancel();
    clearTimeout(timer);
    forget();
    await progress.stop();
  }
}

/** The longer the wait, the less it matters by how much: all who wait together must not use up Discord's rate limit. */
const pauseAt = (place: number): number => Math.max(2_000, place * 500);
