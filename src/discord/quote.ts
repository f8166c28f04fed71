import { ComponentType, Routes, type APIMessage, type Message } from 'discord.js';
import { unescape } from './escape.ts';

const mark = '> ';

/** A quote as a message shows it. */
export const toQuote = (echoed: string): string => `${mark}${echoed}`;

/** The question that our message quotes. It is read from the message, because nothing else survives a restart. */
export function quoteOf({ components }: Pick<Message, 'components'>): string | undefined {
  const [first] = components.flatMap((part) =>
    part.type === ComponentType.Container ? part.components : [],
  );
  return first?.type === ComponentType.TextDisplay && first.content.startsWith(mark)
    ? unescape(first.content.slice(mark.length))
    : undefined;
}

/** The question that our message answers; undefined if it was deleted, or if the bot may not read it. */
export async function questionOf(message: Message): Promise<string | undefined> {
  const quote = quoteOf(message);
  if (quote !== undefined) return quote;
  const asked = await repliedTo(message);
  return (asked && withoutMention(asked.content, message.client.user.id)) || undefined;
}

/** The message to which ours is a reply; undefined if there is none, if it was deleted, or if the bot may not read it. */
export async function repliedTo({
  reference,
  channelId,
  client,
}: Message): Promise<APIMessage | undefined> {
  if (reference?.messageId === undefined) return undefined;
  try {
    const path = Routes.channelMessage(channelId, reference.messageId);
    return (await client.rest.get(path)) as APIMessage;
  } catch {
    return undefined;
  }
}

export const mentionOf = (id: string): RegExp => new RegExp(`<@!?${id}>`, 'g');

/** The message's text without the mention, in all its lines. */
export const withoutMentions = (content: string, id: string): string =>
  content.replaceAll(mentionOf(id), ' ').trim();

/** The message's text without the mention, in one line. */
export const withoutMention = (content: string, id: string): string =>
  content.replaceAll(mentionOf(id), ' ').replaceAll(/\s+/g, ' ').trim();
