import type { Conversation, Reply } from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { wordsFor } from '../words/index.ts';
import type { Reporting } from './conversation.ts';
import { describe, failureOf } from './failure.ts';

/**
 * The one error boundary, in this order: what is over on Discord's side gets a line in the log; everything else gets
 * the whole error in the log and one short sentence to the person, in the quietest place there is. Never rejects.
 */
export async function guard(
  name: string,
  conversation: Pick<Conversation, 'locale'> & Reporting,
  log: Log,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const line = `${name}: ${describe(error)}`;
    if (isOver(error)) return log.warn(line);
    log.error(line);
    await conversation
      .report(apology(wordsFor(conversation.locale).replies.problems.failed))
      .catch((second: unknown) => log.error(`${name}, while reporting: ${describe(second)}`));
  }
}

const apology = (markdown: string): Reply => ({
  tone: 'problem',
  blocks: [{ kind: 'text', markdown }],
});

/** Nobody is there to be told. */
const isOver = (error: unknown): boolean =>
  ['late', 'expired', 'gone', 'forbidden'].includes(failureOf(error));
