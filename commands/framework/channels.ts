import type { Reply } from './reply.ts';

/** Writes into a channel as the bot itself: for what is posted or changed long after an interaction. Never rejects. */
export interface Channels {
  /** `once`: however often it is tried, one message comes of it. Resolves to its id; undefined if it can't be posted. */
  post(channelId: string, reply: Reply, once: string): Promise<string | undefined>;
  /** `gone`: the message, or its channel, no longer exists. */
  edit(channelId: string, messageId: string, reply: Reply): Promise<'edited' | 'gone' | 'failed'>;
  /** Resolves to the id of the new thread; undefined if it can't be opened. */
  openThread(channelId: string, name: string): Promise<string | undefined>;
}

/** Those of a bot that is not connected yet. */
export const noChannels: Channels = {
  post: async () => undefined,
  edit: async () => 'failed',
  openThread: async () => undefined,
};
