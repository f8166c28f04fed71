import { wordsFor } from '../../src/words/index.ts';
import { on, readOwner, shortId } from '../framework/action.ts';
import type { OurMessage, Press } from '../framework/context.ts';
import { refuse } from '../framework/press.ts';
import { plain, text, type Reply } from '../framework/reply.ts';
import { actions } from './actions.ts';
import { buttonRow } from './controls.ts';
import { readerOf, type Reader } from './reader.ts';

/** What deletes a message. Everybody sees it go, so whoever presses is asked once. */
export const removalHandlers = [
  on(actions.remove, (_values, press, services) => {
    // Where the bot isn't a member, only this very press lets it delete.
    if (press.messageIsPrivate || !press.mayPost) return press.deleteMessage();
    const reply = confirmReply(press.messageId, readerOf(press, true, services));
    return press.reply(reply, { private: true });
  }),

  on(actions.removeNow, async ({ message }, press) => {
    const target = await press.another(message);
    // A client can send any id, so what the message itself says counts.
    if (target && !mayRemove(target, press)) return refuse(press, (problems) => problems.oldButton);
    await press.update(plain(wordsFor(press.locale).replies.removal.done));
    await target?.delete();
  }),

  on(actions.keep, (_values, press) =>
    press.update(plain(wordsFor(press.locale).replies.removal.kept)),
  ),
];

function mayRemove({ customIds, answersTo }: OurMessage, { userId, isStaff }: Press): boolean {
  const isOwners = (customId: string): boolean => {
    const [name, owner = ''] = customId.split(':');
    return name === actions.remove.name && readOwner(owner)?.id === shortId(userId);
  };
  return isStaff || answersTo === userId || customIds.some(isOwners);
}

function confirmReply(message: string, { locale, owner }: Reader): Reply {
  const { removal } = wordsFor(locale).replies;
  return {
    tone: 'plain',
    blocks: [
      text(removal.confirm),
      ...buttonRow([
        { label: removal.yes, style: 'danger', customId: actions.removeNow.id(owner, { message }) },
        { label: removal.no, style: 'secondary', customId: actions.keep.id(owner, {}) },
      ]),
    ],
  };
}
