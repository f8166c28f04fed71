import {
  DiscordAPIError,
  RESTJSONErrorCodes as Code,
  Routes,
  type Message,
  type RESTPostAPIChannelMessageResult,
} from 'discord.js';
import type { Reply } from '../../commands/index.ts';
import { bodyOf } from './own-message.ts';

/**
 * Posts a message of the bot as a reply to somebody's message; where the bot may not reply, as a plain message. It pings
 * nobody. However often it is tried, it is posted once. Resolves to its id.
 */
export async function postReply(
  { id, channelId, client }: Pick<Message, 'id' | 'channelId' | 'client'>,
  what: Reply,
): Promise<string> {
  const { body, files } = bodyOf(what);
  const post = async (more: object) => {
    const posted = await client.rest.post(Routes.channelMessages(channelId), {
      body: { ...body, nonce: id, enforce_nonce: true, ...more },
      files,
    });
    return (posted as RESTPostAPIChannelMessageResult).id;
  };
  try {
    return await post({
      allowed_mentions: { parse: [], replied_user: false },
      // The message may have been deleted meanwhile.
      message_reference: { message_id: id, fail_if_not_exists: false },
    });
  } catch (error) {
    if (!mayNotReply(error)) throw error;
    return post({});
  }
}

/** To reply, a bot needs the permission to read the channel's history. It may write without it. */
const mayNotReply = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === Code.CannotReplyWithoutPermissionToReadMessageHistory ||
    error.code === Code.CannotReferenceAMessageWithoutPermissionToReadMessageHistory);
