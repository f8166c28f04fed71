import { MessageType, RESTJSONErrorCodes, DiscordAPIError, type Message } from 'discord.js';
import type { Incoming, Reply } from '../../commands/index.ts';
import { languageOf, toLocale, type Locale } from '../words/index.ts';
import type { Reporting } from './conversation.ts';
import { render } from './render.ts';

/** A message that is meant for the bot; undefined for all others, those of bots among them. */
export function incomingOf(
  message: Message,
): (Incoming & Reporting & { readonly locale: Locale }) | undefined {
  const { author, webhookId, type, content, client } = message;
  const isDirect = !message.inGuild();
  const isFromPerson = !author.bot && !author.system && webhookId === null;
  if (!isFromPerson || ![MessageType.Default, MessageType.Reply].includes(type)) return undefined;
  const mention = new RegExp(`<@!?${client.user.id}>`, 'g');
  // A reply to the bot mentions it too, and so does @everyone; neither is a question.
  if (!isDirect && content.search(mention) < 0) return undefined;
  const publicLocale = toLocale(message.guild?.preferredLocale);
  const text = content.replaceAll(mention, ' ').replaceAll(/\s+/g, ' ').trim();
  return {
    channelId: message.channelId,
    userId: author.id,
    isDirect,
    isAddressed: isDirect || isAtAnEdge(content, client.user.id),
    text,
    hasFiles: hasFiles(message),
    publicLocale,
    locale: languageOf(text, publicLocale),
    linkTo: (messageId) =>
      `https://discord.com/channels/${message.guildId ?? '@me'}/${message.channelId}/${messageId}`,
    reply: (what) => send(message, what),
    report: async (what) => void (await send(message, what)),
  };
}

const isAtAnEdge = (content: string, id: string): boolean =>
  new RegExp(`^\\s*<@!?${id}>|<@!?${id}>[\\s.?!。？！]*$`).test(content);

const hasFiles = ({ attachments, stickers, messageSnapshots, poll, embeds }: Message): boolean =>
  attachments.size + stickers.size + messageSnapshots.size + embeds.length > 0 || poll !== null;

/** As a reply where that is allowed, and never twice, however often it is tried. */
async function send(message: Message, what: Reply): Promise<string> {
  const rendered = {
    ...render(what),
    allowedMentions: { parse: [], repliedUser: false },
    nonce: message.id,
    enforceNonce: true,
  };
  try {
    return (await message.reply({ ...rendered, failIfNotExists: false })).id;
  } catch (error) {
    if (!mayNotReply(error) || !message.channel.isSendable()) throw error;
    return (await message.channel.send(rendered)).id;
  }
}

/** The bot may write in the channel, but not read what was written before, and so not reply to it. */
const mayNotReply = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory ||
    error.code === RESTJSONErrorCodes.CannotReferenceAMessageWithoutPermissionToReadMessageHistory);
