import type { PageId } from '../src/ids.ts';
import { wordsFor } from '../src/words/index.ts';
import { longestQuestion, messageKey, questionKey, readQuestion } from './ask/question.ts';
import { answerReply, pagesOf, pointerReply, sameReply, unknownReply } from './ask/views.ts';
import { termReply } from './ask/term.ts';
import { countUnknown } from './misses/count.ts';
import type { MessageCommand } from './framework/command.ts';
import type { OnMessage } from './framework/context.ts';
import { refuse } from './framework/press.ts';
import { readerOf, readerOfMessage, type Reader } from './parts/reader.ts';
import { remember } from './talk/remember.ts';
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
      // Of the one who asks, and not of the one who picked the message.
      framework: 'answer' in asked ? asked.answer.evidence.framework : undefined,
    };
    const said: Said =
      asked.kind === 'term'
        ? { reply: termReply(asked.id, reader), reader }
        : {
            reply: answerReply(asked.answer, reader, { quote: false }),
            reader,
            page: pagesOf(asked.answer)[0],
          };
    // To the one who asks; to whoever picked it, where only they get it.
    remember({ ...message, userId: message.authorId }, said.reply, reader.locale, services);
    if (!conversation.mayPost)
      return conversation.reply(withLink(said.reply, message, reader), { private: false });
    return answerThere(conversation, said, services);
  },
};

interface Said {
  readonly reply: Reply;
  /** For whoever asked. */
  readonly reader: Reader;
  readonly page?: PageId | undefined;
}

/** Where the message is answered already: a pointer for who picked it. Where only its question is: a line for its author. */
async function answerThere(
  conversation: OnMessage,
  { reply, reader, page }: Said,
  services: Services,
): Promise<void> {
  const { message } = conversation;
  const { channelId, linkTo } = message;
  const { cooldown } = services;
  const own = readerOf(conversation, true, services);
  await conversation.defer({ private: true });
  const itself = await cooldown.find(channelId, messageKey(message.id));
  if (itself !== undefined) return conversation.edit(pointerReply(linkTo(itself), own, page));
  if (services.rateLimit.take(conversation.userId) !== 'answer')
    return conversation.edit(withLink(reply, message, own));
  const question = questionKey(message.text, reader);
  const earlier = await cooldown.find(channelId, question);
  const posted = await conversation.answerThere(
    earlier === undefined ? reply : sameReply(linkTo(earlier), reader, page),
  );
  if (posted === undefined) return conversation.edit(withLink(reply, message, own));
  cooldown.keep(channelId, messageKey(message.id), Promise.resolve(posted));
  if (earlier === undefined) cooldown.keep(channelId, question, Promise.resolve(posted));
  return conversation.edit(answeredReply(linkTo(posted), own));
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
