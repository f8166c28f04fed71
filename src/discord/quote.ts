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
  const { reference, channelId, client } = message;
  const quote = quoteOf(message);
  if (quote !== undefined || reference?.messageId === undefined) return quote;
  try {
    const asked = await client.rest.get(Routes.channelMessage(channelId, reference.messageId));
    return withoutMention((asked as APIMessage).content, client.user.id) || undefined;
  } catch {
    return undefined;
  }
}

export const mentionOf = (id: string): RegExp => new RegExp(`<@!?${id}>`, 'g');

/** The message's text without the mention, in one line. */
export const withoutMention = (content: string, id: string): string =>
  content.replaceAll(mentionOf(id), ' ').replaceAll(/\s+/g, ' ').trim();
