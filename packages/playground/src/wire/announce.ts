import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type APIMessage,
} from 'discord-api-types/v10';
import { personOf } from './channels.ts';
import type { Gateway } from './gateway.ts';
import type { Messages, StoredMessage } from './messages.ts';
import { botUser, guildId, memberOf, personById } from './place.ts';
import type { Threads } from './threads.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

/** Tells the bot of messages and threads, as far as its intents go. */
export function announce(events: Messages['events'], threads: Threads, gateway: Gateway): void {
  threads.events.on('opened', (thread) =>
    gateway.dispatch(
      GatewayDispatchEvents.ThreadCreate,
      { ...thread, newly_created: true },
      Guilds,
    ),
  );
  events.on('saved', (message, change) => {
    // As on Discord, nobody but its reader and the sender of its interaction hears of an ephemeral message.
    if (message.onlyFor !== undefined) return;
    const event =
      change === 'new' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
    gateway.dispatch(event, messageEvent(message, threads), intentFor(message));
  });
  events.on('removed', (message) => {
    if (message.onlyFor !== undefined) return;
    const { id, channel_id } = message.api;
    const data = { id, channel_id, ...(isDirect(message.api) ? {} : { guild_id: guildId }) };
    gateway.dispatch(GatewayDispatchEvents.MessageDelete, data, intentFor(message));
  });
}

const isDirect = (api: APIMessage): boolean => personOf(api.channel_id) !== undefined;

const intentFor = ({ api }: StoredMessage) => (isDirect(api) ? DirectMessages : GuildMessages);

function messageEvent({ api }: StoredMessage, threads: Threads) {
  if (isDirect(api)) return { ...api, channel_type: ChannelType.DM };
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
