import { wordsFor, type Words } from '../../src/words/index.ts';
import { shortId } from './action.ts';
import type { Press } from './context.ts';
import { problem } from './reply.ts';
import type { Services } from './services.ts';

/** Runs what a `custom_id` asks for; one that we did not write, or another person's, gets a private sentence. */
export async function handlePress(
  customId: string,
  press: Press,
  services: Services,
): Promise<void> {
  const [name, owner, ...parts] = customId.split(':');
  const handlers = services.commands.flatMap((command) => command.handlers);
  const run = handlers.find((handler) => handler.name === name)?.prepare(parts);
  if (!run || !owner || !/^[0-9a-z]{1,13}$/.test(owner))
    return refuse(press, (problems) => problems.oldButton);
  if (owner !== shortId(press.userId) && !press.isStaff)
    return refuse(press, (problems) => problems.notYours);
  return run({ ...press, owner }, services);
}

export type Problems = Words['replies']['problems'];

/** One private sentence in the reader's language. */
export const refuse = (
  conversation: Pick<Press, 'locale' | 'reply'>,
  say: (problems: Problems) => string,
): Promise<void> =>
  conversation.reply(problem(say(wordsFor(conversation.locale).replies.problems)), {
    private: true,
  });
