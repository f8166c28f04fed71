import type { Conversation, Reply } from '../../commands/index.ts';
import { wordsFor } from '../words/index.ts';
import type { Reporting } from './conversation.ts';
import { failureOf } from './failure.ts';
import type { Trace } from './trace.ts';

/**
 * The one error boundary. If Discord no longer accepts an answer, the log gets one line. For every other error the log
 * gets the whole error, and the person gets one short sentence in the quietest place there is. Never rejects.
 */
export async function errorBoundary(
  trace: Trace,
  conversation: Pick<Conversation, 'locale'> & Reporting,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isOver(error)) return trace.failed(error, 'warn');
    trace.failed(error, 'error');
    await conversation
      .report(apology(wordsFor(conversation.locale).replies.problems.failed))
      .catch((second: unknown) => trace.failed(second, 'error', ', while reporting'));
  }
}

const apology = (markdown: string): Reply => ({
  tone: 'problem',
  blocks: [{ kind: 'text', markdown }],
});

/** True if the person can't be reached any more. */
const isOver = (error: unknown): boolean =>
  ['late', 'taken', 'expired', 'gone', 'forbidden'].includes(failureOf(error));
