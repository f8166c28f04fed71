import { ComponentType, type Message } from 'discord.js';
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
