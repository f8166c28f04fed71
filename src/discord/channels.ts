import {
  ChannelType,
  Routes,
  type Client,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPIChannelThreadsResult,
} from 'discord.js';
import type { Channels } from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { describe, failureOf } from './failure.ts';
import { bodyOf } from './own-message.ts';

/** How long Discord lets a thread rest before it archives it, in minutes. */
const restsFor = 1_440;

export function channelsOf({ rest }: Pick<Client, 'rest'>, log: Log): Channels {
  const note = (error: unknown) =>
    log[failureOf(error) === 'mistake' ? 'error' : 'warn'](`a channel: ${describe(error)}`);
  return {
    async post(channelId, reply, once) {
      const { body, files } = bodyOf(reply);
      try {
        const posted = await rest.post(Routes.channelMessages(channelId), {
          body: { ...body, nonce: once, enforce_nonce: true },
          files,
        });
        return (posted as RESTPostAPIChannelMessageResult).id;
      } catch (error) {
        note(error);
        return undefined;
      }
    },
    async edit(channelId, messageId, reply) {
      try {
        await rest.patch(Routes.channelMessage(channelId, messageId), bodyOf(reply));
        return 'edited';
      } catch (error) {
        if (failureOf(error) === 'gone') return 'gone';
        note(error);
        return 'failed';
      }
    },
    async openThread(channelId, name) {
      try {
        const thread = await rest.post(Routes.threads(channelId), {
          body: { name, type: ChannelType.PublicThread, auto_archive_duration: restsFor },
        });
        return (thread as RESTPostAPIChannelThreadsResult).id;
      } catch (error) {
        note(error);
        return undefined;
      }
    },
  };
}
