import { ComponentType, Routes, type APIMessage, type Message } from 'discord.js';
import { unescape } from './escape.ts';

const mark = '> ';

/** A quote as a message shows it. */
export const toQuote = (echoed: string): string => `${mark}${echoed}`;

/** The question that a message of ours quotes, read back from it: the message is all that survives a restart. */
export function quoteOf({ components }: Pick<Message, 'components'>): string | undefined {
  const [first] = components.flatMap((part) =>
    part.type === ComponentType.Container ? part.components : [],
  );
  return first?.type === ComponentType.TextDisplay && first.content.startsWith(mark)
    ? unescape(first.content.slice(mark.length))
    : undefined;
}

/** The question that a message of ours answers; undefined if it can't be read: deleted, or not said to the bot. */
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

/** What somebody says to the bot, in one line. */
export const withoutMention = (content: string, id: string): string =>
  content.replaceAll(mentionOf(id), ' ').replaceAll(/\s+/g, ' ').trim();
