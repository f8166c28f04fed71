import { readQuestion } from './ask/question.ts';
import { answerReply, unknownReply } from './ask/views.ts';
import { defineCommand } from './shared/command.ts';
import { boolean, text } from './shared/option.ts';
import { refuse } from './shared/press.ts';
import { readerOf } from './shared/reader.ts';

export const ask = defineCommand({
  name: 'ask',
  words: ({ replies }) => replies.commands.ask,
  options: { question: text({ required: true }), private: boolean() },

  async execute({ question, private: isPrivate = false }, conversation, services) {
    const asked = readQuestion(question, services);
    if (asked.kind === 'refused') return refuse(conversation, asked.say);
    if (asked.kind === 'unknown')
      return conversation.reply(unknownReply(readerOf(conversation, true, services)), {
        private: true,
      });
    const reply = answerReply(asked.answer, readerOf(conversation, isPrivate, services));
    return conversation.reply(reply, { private: isPrivate });
  },
});
