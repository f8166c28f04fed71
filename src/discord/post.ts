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
 * A message of the bot as a reply to somebody's, where that is allowed, else without. It pings nobody, and comes once,
 * however often it is tried. Resolves to its id.
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
      // The message may be deleted by now.
      message_reference: { message_id: id, fail_if_not_exists: false },
    });
  } catch (error) {
    if (!mayNotReply(error)) throw error;
    return post({});
  }
}

/** The bot may write in the channel, but not read what was written before, and so not reply to it. */
const mayNotReply = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === Code.CannotReplyWithoutPermissionToReadMessageHistory ||
    error.code === Code.CannotReferenceAMessageWithoutPermissionToReadMessageHistory);
