import { Routes, type Client, type RESTPostAPIChannelMessageResult } from 'discord.js';
import type { Reply } from '../../commands/index.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import { failureOf } from './failure.ts';
import { problemsOf } from './limits.ts';
import { render } from './render.ts';

/** The answer to an interaction as a message of the bot, which it may change without the interaction's token. */
export interface OwnMessage {
  /** The answer has this id. */
  remember(id: string): void;
  /** Changes the answer, or posts one into the channel where none is known. */
  write(reply: Reply): Promise<void>;
}

interface Place {
  readonly client: Client<true>;
  readonly channelId: string;
  /** Whom a new message is for, in which language. */
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
      // Only where Discord can't change it: a message that somebody deleted does not come back.
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

/** A message as discord.js sends it; it does so only for channels that it has seen. */
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
