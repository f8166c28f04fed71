import { wordsFor } from '../src/words/index.ts';
import { longestQuestion, readQuestion } from './ask/question.ts';
import { answerId, answerReply, pointerReply, unknownReply } from './ask/views.ts';
import { termReply } from './ask/term.ts';
import { countUnknown } from './misses/count.ts';
import type { MessageCommand } from './framework/command.ts';
import type { OnMessage } from './framework/context.ts';
import { refuse } from './framework/press.ts';
import { readerOf, readerOfMessage, type Reader } from './parts/reader.ts';
import { text, type Reply } from './framework/reply.ts';
import type { Services } from './framework/services.ts';

/** Answers somebody's message: as a reply to it where the bot may write, else to whoever picked it. */
export const why: MessageCommand = {
  name: 'Why does this differ?',
  words: ({ replies }) => replies.why.name,

  async run(conversation, services) {
    const { message, userId, publicLocale } = conversation;
    const question = message.text;
    if (message.isOurs) return refuse(conversation, (problems) => problems.ownMessage);
    if (!question) return refuse(conversation, (problems) => problems.noText);
    // A long text is cut and not refused, because the person who picked it can't shorten it.
    const asked = readQuestion(question.slice(0, longestQuestion), services);
    if (asked.kind === 'refused') return refuse(conversation, asked.say);
    if (asked.kind === 'unknown') {
      const own = readerOf(conversation, true, services);
      await conversation.reply(unknownReply(asked.answer, own), { private: true });
      // Without the text: its author didn't ask the bot.
      return countUnknown({ ...asked.answer, question: '' }, conversation, services);
    }
    const reader = {
      ...readerOfMessage({ text: question, userId, publicLocale }, services),
      // Of whoever picked it.
      framework: undefined,
    };
    const said =
      asked.kind === 'term'
        ? { reply: termReply(asked.id, reader), id: `term ${asked.id}` }
        : {
            reply: answerReply(asked.answer, reader, { quote: false }),
            id: answerId(asked.answer),
          };
    if (!conversation.mayPost)
      return conversation.reply(withLink(said.reply, message, reader), { private: false });
    return answerThere(conversation, said, reader, services);
  },
};

async function answerThere(
  conversation: OnMessage,
  { reply, id }: { readonly reply: Reply; readonly id: string },
  reader: Reader,
  services: Services,
): Promise<void> {
  const { message } = conversation;
  const own = readerOf(conversation, true, services);
  await conversation.defer({ private: true });
  const answer = `${reader.locale} ${id}`;
  const earlier = await services.cooldown.find(message.channelId, answer);
  if (earlier !== undefined) return conversation.edit(pointerReply(message.linkTo(earlier), own));
  if (services.rateLimit.take(conversation.userId) !== 'answer')
    return conversation.edit(withLink(reply, message, own));
  const posted = await conversation.answerThere(reply);
  if (posted === undefined) return conversation.edit(withLink(reply, message, own));
  services.cooldown.keep(message.channelId, answer, Promise.resolve(posted));
  return conversation.edit(answeredReply(message.linkTo(posted), own));
}

/** For whoever picked the command: the answer stands there. */
export const answeredReply = (link: string, { locale }: Reader): Reply => ({
  tone: 'plain',
  blocks: [text(wordsFor(locale).replies.why.answered(link))],
});

/** An answer that doesn't stand below the message. */
export const withLink = (
  reply: Reply,
  { id, linkTo }: Pick<OnMessage['message'], 'id' | 'linkTo'>,
  { locale }: Reader,
): Reply => ({
  ...reply,
  blocks: [text(wordsFor(locale).replies.why.about(linkTo(id))), ...reply.blocks],
});
