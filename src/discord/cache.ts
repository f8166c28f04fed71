import { Collection, LimitedCollection, type Client, type ClientOptions } from 'discord.js';

/** discord.js needs these to work. They grow with the number of servers, not with the people in them. */
const kept: ReadonlySet<string> = new Set([
  'ChannelManager',
  'GuildChannelManager',
  'GuildManager',
  'PermissionOverwriteManager',
  'RoleManager',
]);

interface Cached {
  readonly client?: Client;
}

/**
 * Lets discord.js remember servers, their channels and roles, and the bot itself, and nothing else. By default it would
 * also remember every person who ever wrote a message, for ever, and the bot does not need them.
 */
export const makeCache = ((_base: unknown, _holds: unknown, manager: { readonly name: string }) =>
  kept.has(manager.name)
    ? new Collection()
    : new LimitedCollection<string, Cached>({
        maxSize: 0,
        keepOverLimit: ({ client }, id) => id === client?.user?.id,
      })) as NonNullable<ClientOptions['makeCache']>;

/** discord.js remembers the channel of every direct message. Once the message has arrived, nothing needs the channel. */
export function forgetDirect(
  client: Client,
  { channelId, guildId }: { readonly channelId: string | null; readonly guildId: string | null },
): void {
  if (guildId === null && channelId !== null) client.channels.cache.delete(channelId);
}
