import { answerReply, unknownReply } from './ask/views.ts';
import { defineCommand } from './shared/command.ts';
import { boolean, text } from './shared/option.ts';
import { refuse } from './shared/press.ts';
import { readerOf } from './shared/reader.ts';

const longestQuestion = 1_000;

export const ask = defineCommand({
  name: 'ask',
  words: ({ replies }) => replies.commands.ask,
  options: { question: text({ required: true }), private: boolean() },

  async execute({ question, private: isPrivate = false }, conversation, services) {
    const { length } = question;
    if (!question.trim()) return refuse(conversation, (problems) => problems.emptyQuestion);
    if (length > longestQuestion)
      return refuse(conversation, (problems) => problems.longQuestion(length, longestQuestion));

    const answer = services.answer(question);
    if (answer.verdict === 'unknown')
      return conversation.reply(unknownReply(readerOf(conversation, true, services)), {
        private: true,
      });
    const reply = answerReply(answer, readerOf(conversation, isPrivate, services));
    return conversation.reply(reply, { private: isPrivate });
  },
});
