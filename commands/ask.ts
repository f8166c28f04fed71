import type { PageId } from '../src/ids.ts';
import { readOwnQuestion } from './ask/question.ts';
import { believedOf } from './ask/believed.ts';
import { correct } from './ask/corrected.ts';
import { answerReply, narrowedReply, notItReply, unknownReply } from './ask/views.ts';
import { termReply } from './ask/term.ts';
import { pagesAt, placeAt } from './diagnose/place.ts';
import { countUnknown } from './misses/count.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { defineCommand } from './framework/command.ts';
import { boolean, text } from './framework/option.ts';
import type { OwnedPress } from './framework/context.ts';
import { refuse } from './framework/press.ts';
import type { Services } from './framework/services.ts';
import { placeOf, topicIn } from './talk/topic.ts';
import { readerOf, readerOfQuestion, sameReader } from './parts/reader.ts';

export const ask = defineCommand({
  name: 'ask',
  words: ({ replies }) => replies.commands.ask,
  options: { question: text({ required: true }), private: boolean() },

  async execute({ question, private: isPrivate = false }, conversation, services) {
    const asked = readOwnQuestion(question, conversation.userId, services);
    if (asked.kind === 'refused') return refuse(conversation, asked.say);
    if (asked.kind === 'unknown') {
      const own = readerOfQuestion(question, conversation, true, services);
      const reply = unknownReply(asked.answer, own);
      await conversation.reply(reply, { private: true });
      return countUnknown(asked.answer, conversation, services);
    }
    const reader = readerOfQuestion(question, conversation, isPrivate, services);
    const reply =
      asked.kind === 'term'
        ? termReply(asked.id, reader, question)
        : answerReply(asked.answer, reader);
    return conversation.reply(reply, { private: isPrivate });
  },

  handlers: [
    on(actions.correct, correct),
    on(actions.correctByCauses, ({ evidence, causes }, press, services) =>
      correct({ evidence, believed: believedOf(causes) }, press, services),
    ),
    on(actions.narrow, (at, press, services) => {
      const { evidence, believed } = topicIn(press.customIds, press.locale) ?? {};
      const reply = narrowedReply(placeAt(at), sameReader(press, services), {
        question: press.quote,
        evidence,
        believed,
      });
      return press.update(reply);
    }),
    on(actions.notIt, ({ page }, press, services) => markNotIt(page, press, services)),
    on(actions.notItHere, (at, press, services) =>
      markNotIt(pagesAt(placeAt(at))[0], press, services),
    ),
  ],
});

/** `page`: what the message named first. */
async function markNotIt(
  page: PageId | undefined,
  press: OwnedPress,
  services: Services,
): Promise<void> {
  const topic = topicIn(press.customIds, press.locale);
  if (!page) return refuse(press, (problems) => problems.oldButton);
  const place = topic ? placeOf(topic) : { given: {}, preferred: [] };
  const reply = notItReply(page, place, readerOf(press, true, services), press.quote);
  await press.reply(reply, { private: true });
  const { serverId, ownerId: userId, messageId, isCopy } = press;
  // Only the one who asked knows whether it was.
  if (isCopy || !services.markedNotIt.isFirst(messageId)) return;
  const isKept = serverId !== undefined && (await services.misses.keepsTexts(serverId));
  const asked = isKept ? await press.question() : undefined;
  await services.misses.count({ kind: 'not-it', serverId, userId, cause: page, text: asked });
}
