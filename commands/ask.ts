import { readQuestion } from './ask/question.ts';
import { answerReply, narrowedReply, notItReply, unknownReply } from './ask/views.ts';
import { termReply } from './ask/term.ts';
import { countUnknown } from './misses/count.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { defineCommand } from './framework/command.ts';
import { boolean, text } from './framework/option.ts';
import { refuse } from './framework/press.ts';
import { readerOf, sameReader } from './parts/reader.ts';

export const ask = defineCommand({
  name: 'ask',
  words: ({ replies }) => replies.commands.ask,
  options: { question: text({ required: true }), private: boolean() },

  async execute({ question, private: isPrivate = false }, conversation, services) {
    const asked = readQuestion(question, services);
    if (asked.kind === 'refused') return refuse(conversation, asked.say);
    if (asked.kind === 'unknown') {
      const reply = unknownReply(readerOf(conversation, true, services));
      await conversation.reply(reply, { private: true });
      return countUnknown(asked.answer, conversation, services);
    }
    if (asked.kind === 'term') {
      const reader = readerOf(conversation, isPrivate, services);
      return conversation.reply(termReply(asked.id, reader, question), { private: isPrivate });
    }
    const reply = answerReply(asked.answer, readerOf(conversation, isPrivate, services));
    return conversation.reply(reply, { private: isPrivate });
  },

  handlers: [
    on(actions.narrow, ({ path, preferred }, press, services) =>
      press.update(
        narrowedReply({ given: path, preferred }, sameReader(press, services), press.quote),
      ),
    ),
    on(actions.notIt, async ({ page }, press, services) => {
      const reply = notItReply(readerOf(press, true, services), press.quote);
      await press.reply(reply, { private: true });
      const { serverId, ownerId: userId, messageId } = press;
      if (!services.markedNotIt.isFirst(messageId)) return;
      const isKept = serverId !== undefined && (await services.misses.keepsTexts(serverId));
      const asked = isKept ? await press.question() : undefined;
      await services.misses.count({ kind: 'not-it', serverId, userId, cause: page, text: asked });
    }),
  ],
});
