import { hoursKept } from '../src/lessons/index.ts';
import { daysKept } from '../src/misses/index.ts';
import { wordsFor } from '../src/words/index.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { defineCommand } from './framework/command.ts';
import { refuse } from './framework/press.ts';
import { buttonRow } from './parts/controls.ts';
import { readerOf, type Reader } from './parts/reader.ts';
import { plain, text, type Reply } from './framework/reply.ts';

export const privacy = defineCommand({
  name: 'privacy',
  words: ({ replies }) => replies.commands.privacy,
  options: {},

  execute: (_inputs, conversation, services) =>
    conversation.reply(privacyReply(readerOf(conversation, true, services)), { private: true }),

  handlers: [
    on(actions.forgetMe, async (_values, press, { misses, lessons, checks, series }) => {
      checks.forget(press.userId);
      series.forget(press.userId);
      const count = await misses.forgetUser(press.userId);
      const votes = await lessons.forgetUser(press.userId);
      if (count === undefined || votes === undefined)
        return refuse(press, (problems) => problems.noMisses);
      return press.update(plain(wordsFor(press.locale).replies.privacy.forgotten(count, votes)));
    }),
  ],
});

export function privacyReply({ locale, owner }: Reader): Reply {
  const say = wordsFor(locale).replies.privacy;
  return {
    tone: 'plain',
    blocks: [
      text(say.text(daysKept, hoursKept)),
      ...buttonRow([
        { label: say.forget, style: 'secondary', customId: actions.forgetMe.id(owner, {}) },
      ]),
    ],
  };
}
