import { Routes, type APIMessage, type Client } from 'discord.js';
import type { OurMessage } from '../../commands/index.ts';
import { customIdsIn } from './custom-ids.ts';
import { failureOf } from './failure.ts';

/** A message of the bot itself, read from Discord; undefined if it is gone, or somebody else's. */
export async function ourMessage(
  { rest, user }: Client<true>,
  channelId: string,
  messageId: string,
): Promise<OurMessage | undefined> {
  const path = Routes.channelMessage(channelId, messageId);
  const message = await unlessGone(async () => (await rest.get(path)) as APIMessage);
  if (message?.author.id !== user.id) return undefined;
  return {
    customIds: customIdsIn(message.components ?? []),
    answersTo: message.referenced_message?.author.id,
    delete: async () => void (await unlessGone(() => rest.delete(path))),
  };
}

async function unlessGone<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (failureOf(error) === 'gone') return undefined;
    throw error;
  }
}
