import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Conversation, Reply } from '../../commands/index.ts';
import { wordsFor } from '../words/index.ts';
import type { Reporting } from './conversation.ts';

export type Log = (line: string) => void;

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
    log(`${name}: ${describe(error)}`);
    if (isGone(error)) return;
    await conversation
      .report(apology(wordsFor(conversation.locale).replies.problems.failed))
      .catch((second: unknown) => log(`${name}, while reporting: ${describe(second)}`));
  }
}

const apology = (markdown: string): Reply => ({
  tone: 'problem',
  blocks: [{ kind: 'text', markdown }],
});

/** The message was deleted, or the interaction is too old: nobody is there to be told. */
const isGone = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownInteraction ||
    error.code === RESTJSONErrorCodes.UnknownMessage ||
    error.code === RESTJSONErrorCodes.InvalidWebhookToken);

/** One line for what Discord refused, the stack for what is our own mistake. Neither holds a token. */
export const describe = (error: unknown): string => {
  if (error instanceof DiscordAPIError) return `Discord refused (${error.code}): ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
