import { Routes, type Client, type RESTPostAPIChannelMessageResult } from 'discord.js';
import type { Reply } from '../../commands/index.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import { failureOf } from './failure.ts';
import { problemsOf } from './limits.ts';
import { render } from './render.ts';

/** Changes the answer to an interaction as the bot's own message, for when the interaction's token has expired. */
export interface OwnMessage {
  /** Tells the id of the answer. */
  remember(id: string): void;
  /** Changes the answer; if its id is unknown, posts a new message into the channel. */
  write(reply: Reply): Promise<void>;
}

interface Place {
  readonly client: Client<true>;
  readonly channelId: string;
  /** A new message is for this person. */
  readonly userId: string;
  readonly locale: Locale;
}

export function createOwnMessage({ client, channelId, userId, locale }: Place): OwnMessage {
  const { rest } = client;
  let id: string | undefined;
  let isPosted = false;
  const change = async (reply: Reply): Promise<boolean> => {
    if (id === undefined) return false;
    try {
      await rest.patch(Routes.channelMessage(channelId, id), bodyOf(reply));
      return true;
    } catch (error) {
      // If Discord can't change the answer this way, we post a new one; but if somebody deleted it, it stays deleted.
      if (isPosted || failureOf(error) !== 'mistake') throw error;
      return false;
    }
  };
  const note = (reply: Reply): Reply => {
    const { late } = wordsFor(locale).replies;
    const noted: Reply = {
      ...reply,
      blocks: [{ kind: 'text', markdown: late(userId) }, ...reply.blocks],
    };
    return problemsOf(noted).length > 0 ? reply : noted;
  };
  return {
    remember(known) {
      id = known;
    },
    async write(reply) {
      const said = isPosted || id === undefined ? note(reply) : reply;
      if (await change(said)) return;
      const posted = await rest.post(Routes.channelMessages(channelId), bodyOf(note(reply)));
      ({ id } = posted as RESTPostAPIChannelMessageResult);
      isPosted = true;
    },
  };
}

/** A message in the form of Discord's REST API. discord.js' own `send` works only for channels in its cache. */
export function bodyOf(reply: Reply) {
  const { flags, components, files, allowedMentions } = render(reply);
  return {
    body: {
      flags,
      components,
      allowed_mentions: allowedMentions,
      attachments: files.map(({ name, description }, id) => ({
        id: String(id),
        filename: name,
        description,
      })),
    },
    files: files.map(({ attachment, name = '' }) => ({ data: attachment as Buffer, name })),
  };
}
