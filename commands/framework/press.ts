import { wordsFor, type Words } from '../../src/words/index.ts';
import { longId, readOwner, shortId } from './action.ts';
import type { Command } from './command.ts';
import type { Press } from './context.ts';
import { problem } from './reply.ts';
import type { Services } from './services.ts';

/** Runs what a `custom_id` asks for; one that we did not write, or another person's, gets a private sentence. */
export const createPressHandler =
  (commands: readonly Command[]) =>
  async (customId: string, press: Press, services: Services): Promise<void> => {
    const [name, owner = '', ...parts] = customId.split(':');
    const handlers = commands.flatMap((command) => command.handlers);
    const run = handlers.find((handler) => handler.name === name)?.prepare(parts);
    const owned = readOwner(owner);
    if (!run || !owned) return refuse(press, (problems) => problems.oldButton);
    if (owned.id !== shortId(press.userId) && !press.isStaff)
      return refuse(press, (problems) => problems.notYours);
    const publicLocale = owned.locale ?? press.publicLocale;
    const isOwner = owned.id === shortId(press.userId);
    const locale = (isOwner ? owned.locale : undefined) ?? press.locale;
    const ownerId = longId(owned.id);
    return run({ ...press, owner, ownerId, locale, publicLocale }, services);
  };

export type Problems = Words['replies']['problems'];

/** One private sentence in the reader's language. */
export const refuse = (
  conversation: Pick<Press, 'locale' | 'reply'>,
  say: (problems: Problems) => string,
): Promise<void> =>
  conversation.reply(problem(say(wordsFor(conversation.locale).replies.problems)), {
    private: true,
  });
