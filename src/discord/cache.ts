import { Collection, LimitedCollection, type Client, type ClientOptions } from 'discord.js';

/** discord.js needs these to work. They grow with the servers of the bot, not with the people in them. */
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
 * What discord.js remembers: servers, their channels and roles, and the bot itself. It would keep everything else for
 * ever, such as everybody who ever wrote a message, and the bot needs none of it.
 */
export const makeCache = ((_base: unknown, _holds: unknown, manager: { readonly name: string }) =>
  kept.has(manager.name)
    ? new Collection()
    : new LimitedCollection<string, Cached>({
        maxSize: 0,
        keepOverLimit: ({ client }, id) => id === client?.user?.id,
      })) as NonNullable<ClientOptions['makeCache']>;

/** discord.js keeps the channel of everybody who writes to the bot directly; what has arrived doesn't need it any more. */
export function forgetDirect(
  client: Client,
  { channelId, guildId }: { readonly channelId: string | null; readonly guildId: string | null },
): void {
  if (guildId === null && channelId !== null) client.channels.cache.delete(channelId);
}
