import { wordsFor } from '../src/words/index.ts';
import { privacyReply } from './privacy/views.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { defineCommand } from './framework/command.ts';
import { refuse } from './framework/press.ts';
import { readerOf } from './parts/reader.ts';
import { plain } from './framework/reply.ts';

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
