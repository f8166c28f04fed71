import { wordsFor } from '../src/words/index.ts';
import { privacyReply } from './privacy/views.ts';
import { on } from './shared/action.ts';
import { actions } from './shared/actions.ts';
import { defineCommand } from './shared/command.ts';
import { refuse } from './shared/press.ts';
import { readerOf } from './shared/reader.ts';
import { plain } from './shared/reply.ts';

export const privacy = defineCommand({
  name: 'privacy',
  words: ({ replies }) => replies.commands.privacy,
  options: {},

  execute: (_inputs, conversation, services) =>
    conversation.reply(privacyReply(readerOf(conversation, true, services)), { private: true }),

  handlers: [
    on(actions.forgetMe, async (_values, press, { misses }) => {
      const count = await misses.forgetUser(press.userId);
      if (count === undefined) return refuse(press, (problems) => problems.noMisses);
      return press.update(plain(wordsFor(press.locale).replies.privacy.forgotten(count)));
    }),
  ],
});
