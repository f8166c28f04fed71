import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type APIMessage,
} from 'discord-api-types/v10';
import { channelById, guildOf, personOf } from './channels.ts';
import type { Audience, Gateway } from './gateway.ts';
import type { Messages, StoredMessage } from './messages.ts';
import { botUser, memberOf, personById } from './place.ts';
import type { Threads } from './threads.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

/** Tells the bot of messages and threads, as far as its intents go. */
export function announce(events: Messages['events'], threads: Threads, gateway: Gateway): void {
  threads.events.on('opened', (thread) =>
    gateway.dispatch(
      GatewayDispatchEvents.ThreadCreate,
      { ...thread, newly_created: true },
      { intents: Guilds, guildId: thread.guild_id },
    ),
  );
  events.on('saved', (message, change) => {
    // As on Discord, nobody but its reader and the sender of its interaction hears of an ephemeral message.
    if (message.onlyFor !== undefined) return;
    const event =
      change === 'new' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
    gateway.dispatch(event, messageEvent(message, threads), audienceOf(message, threads));
  });
  events.on('removed', (message) => {
    if (message.onlyFor !== undefined) return;
    const { id, channel_id } = message.api;
    const audience = audienceOf(message, threads);
    const { guildId } = audience;
    const data = { id, channel_id, ...(guildId !== undefined && { guild_id: guildId }) };
    gateway.dispatch(GatewayDispatchEvents.MessageDelete, data, audience);
  });
}

const isDirect = (api: APIMessage): boolean => personOf(api.channel_id) !== undefined;

function audienceOf({ api }: StoredMessage, threads: Threads): Audience {
  const channel = channelById(api.channel_id, threads);
  const guildId = channel && guildOf(channel);
  return { intents: guildId === undefined ? DirectMessages : GuildMessages, guildId };
}

function messageEvent(message: StoredMessage, threads: Threads) {
  const { api } = message;
  const { guildId } = audienceOf(message, threads);
  if (guildId === undefined) return { ...api, channel_type: ChannelType.DM };
  const person = personById(api.author.id);
  return {
    ...asRead(api),
    ...(api.referenced_message && { referenced_message: asRead(api.referenced_message) }),
    channel_type: threads.find(api.channel_id)?.type ?? ChannelType.GuildText,
    guild_id: guildId,
    ...(person && { member: memberOf(person) }),
  };
}

/** Without the privileged message-content intent a bot reads only what mentions it, or what it wrote. */
export function asRead(api: APIMessage): APIMessage {
  const isReadable =
    api.author.id === botUser.id || api.mentions.some(({ id }) => id === botUser.id);
  return isReadable || isDirect(api)
    ? api
    : { ...api, content: '', embeds: [], attachments: [], components: [] };
}
