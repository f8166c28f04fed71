import { wordsFor, type Words } from '../../src/words/index.ts';
import { longId, ownerOf, readOwner, shortId } from './action.ts';
import { refusalOf } from './audience.ts';
import type { Command } from './command.ts';
import type { OwnedPress, Press } from './context.ts';
import type { Submission } from './submission.ts';
import { problem, type Button } from './reply.ts';
import type { Services } from './services.ts';

/**
 * Whom a button belongs to. `asker`: to whoever asked for the message, to whom it answers, and to staff; whoever of them presses
 * it needs the right to its command at that moment. `everybody`: to whoever presses it; what it would change in place, others
 * get in a private copy.
 */
export type BelongsTo = 'everybody' | 'asker';

export interface Rights {
  /** By the name of the action. */
  readonly belongsTo: (name: string) => BelongsTo;
  /** What somebody can do who may not press it. */
  readonly wayOn: (customId: string, press: Press, services: Services) => Button;
}

/**
 * Runs what a `custom_id` asks for. A client can send any, below any message, so it counts only if Discord says that it stands
 * in that message: nobody can forge what is another person's. All that is refused gets a private sentence.
 */
export const createPressHandler =
  (commands: readonly Command[], { belongsTo, wayOn }: Rights) =>
  async (customId: string, press: Press, services: Services): Promise<void> => {
    const [name = '', owner = '', ...parts] = customId.split(':');
    const command = commands.find(({ handlers }) => handlers.some((each) => each.name === name));
    const run = command?.handlers.find((each) => each.name === name)?.prepare(parts);
    const owned = readOwner(owner);
    if (!command || !run || !owned || !press.customIds.includes(customId))
      return refuse(press, (problems) => problems.oldButton);
    const isOwner = owned.id === shortId(press.userId);
    const locale = (isOwner ? owned.locale : undefined) ?? press.locale;
    const refusal = refusalOf(command.for, press);
    // Who led a lesson and lost the role still votes like everybody.
    if (belongsTo(name) === 'everybody' && (refusal || (!isOwner && !press.isStaff)))
      return run(inACopy(press), services);
    if (!isOwner && !press.isStaff && (await press.answersTo()) !== press.userId)
      return press.reply(notYours(wayOn(customId, press, services), locale), { private: true });
    if (refusal) return press.reply(problem(refusal), { private: true });
    const publicLocale = owned.locale ?? press.publicLocale;
    const ownerId = longId(owned.id);
    return run({ ...press, isCopy: false, owner, ownerId, locale, publicLocale }, services);
  };

/** Does what a form asks for that somebody sent; Discord shows a form to one person only, so it is theirs. */
export const createFormHandler =
  (commands: readonly Command[]) =>
  async (customId: string, submission: Submission, services: Services): Promise<void> => {
    const [name = '', , ...parts] = customId.split(':');
    const command = commands.find(({ forms }) => forms.some((each) => each.name === name));
    const run = command?.forms.find((each) => each.name === name)?.prepare(parts);
    if (!command || !run) return refuse(submission, (problems) => problems.oldButton);
    const refusal = refusalOf(command.for, submission);
    if (refusal) return submission.reply(problem(refusal), { private: true });
    return run(submission, services);
  };

/** The press of somebody else: it changes nothing for others. */
const inACopy = (press: Press): OwnedPress => ({
  ...press,
  isCopy: true,
  owner: ownerOf(press.userId, press.locale),
  ownerId: press.userId,
  update: (reply) => press.reply(reply, { private: true }),
});

function notYours(way: Button, locale: Press['locale']) {
  const said = problem(wordsFor(locale).replies.problems.notYours);
  return { ...said, blocks: [...said.blocks, { kind: 'buttons' as const, buttons: [way] }] };
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
