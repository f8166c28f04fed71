import { MessageType, type Message } from 'discord.js';
import type { Incoming } from '../../commands/index.ts';
import { languageOf, toLocale, type Locale } from '../words/index.ts';
import type { Reporting } from './conversation.ts';
import { customIdsIn } from './custom-ids.ts';
import { filesOf } from './files.ts';
import { postReply } from './post.ts';
import { mentionOf, repliedTo, withoutMention, withoutMentions } from './quote.ts';

/** The context for a message that a person wrote to the bot; undefined for all other messages. */
export function incomingOf(
  message: Message,
): (Incoming & Reporting & { readonly locale: Locale }) | undefined {
  const { author, webhookId, type, content, client } = message;
  const isDirect = !message.inGuild();
  const isFromPerson = !author.bot && !author.system && webhookId === null;
  if (!isFromPerson || ![MessageType.Default, MessageType.Reply].includes(type)) return undefined;
  // @everyone mentions the bot too, but says nothing to it.
  const isNamed = content.search(mentionOf(client.user.id)) >= 0;
  const isReply = type === MessageType.Reply && message.mentions.users.has(client.user.id);
  if (!isDirect && !isNamed && !isReply) return undefined;
  const publicLocale = toLocale(message.guild?.preferredLocale);
  const text = withoutMention(content, client.user.id);
  return {
    id: message.id,
    channelId: message.channelId,
    serverId: message.guildId ?? undefined,
    userId: author.id,
    isDirect,
    isOnlyReply: !isDirect && !isNamed,
    repliedTo: () => idsOfReplied(message),
    isAddressed: isDirect || isAtAnEdge(content, client.user.id),
    text,
    lines: withoutMentions(content, client.user.id),
    hasFiles: hasFiles(message),
    files: filesOf(message),
    publicLocale,
    locale: languageOf(text, publicLocale),
    linkTo: linksAt(message),
    reply: (what) => postReply(message, what),
    report: async (what) => void (await postReply(message, what)),
  };
}

/** Of a message of ours to which this one replies; undefined where there is none, or the bot may not read it. */
async function idsOfReplied(message: Message): Promise<string[] | undefined> {
  const replied = await repliedTo(message);
  return replied?.author.id === message.client.user.id
    ? customIdsIn(replied.components ?? [])
    : undefined;
}

const isAtAnEdge = (content: string, id: string): boolean =>
  new RegExp(`^\\s*<@!?${id}>|<@!?${id}>[\\s.?!。？！]*$`).test(content);

/** Addresses of messages in the same channel. */
export const linksAt =
  ({ guildId, channelId }: Pick<Message, 'guildId' | 'channelId'>) =>
  (messageId: string): string =>
    `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`;

export const hasFiles = ({
  attachments,
  stickers,
  messageSnapshots,
  poll,
  embeds,
}: Message): boolean =>
  attachments.size + stickers.size + messageSnapshots.size + embeds.length > 0 || poll !== null;
