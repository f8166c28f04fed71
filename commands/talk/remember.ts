import type { Conversation, Press } from '../framework/context.ts';
import { customIdsOf, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import type { Speaker, Topic } from '../memory/topics.ts';
import { topicIn } from './topic.ts';

type Known = Pick<Services, 'topics'>;

/** The same conversation; each answer in it is remembered, so that "how do I fix that?" refers to it. */
export const remembering = <Some extends Conversation>(conversation: Some, known: Known): Some => ({
  ...conversation,
  async reply(reply, visibility) {
    remember(conversation, reply, conversation.publicLocale, known);
    await conversation.reply(reply, visibility);
  },
  async edit(reply) {
    remember(conversation, reply, conversation.publicLocale, known);
    await conversation.edit(reply);
  },
});

/** The same of a press, which may change the message that carries the button. */
export const rememberingPress = <Some extends Press>(press: Some, known: Known): Some => ({
  ...remembering(press, known),
  async update(reply) {
    remember(press, reply, press.publicLocale, known);
    await press.update(reply);
  },
});

/**
 * Remembers what this person was just told. A page that is opened below an answer goes on about that answer, and what was read in
 * the question still holds.
 */
export function remember(
  speaker: Speaker,
  reply: Reply,
  locale: Topic['locale'],
  { topics }: Known,
): void {
  const topic = topicIn(customIdsOf(reply), locale);
  if (!topic) return;
  const before = topics.of(speaker);
  topics.note(speaker, before && !topic.evidence ? goingOn(before, topic) : topic);
}

function goingOn(before: Topic, opened: Topic): Topic {
  const [page] = opened.pages;
  if (page === undefined || !before.pages.includes(page)) return opened;
  const pages = [page, ...before.pages.filter((id) => id !== page)];
  return { ...before, pages, locale: opened.locale };
}
