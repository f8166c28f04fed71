import { randomBytes } from 'node:crypto';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { createAttachments } from './wire/attachments.ts';
import { createCommands } from './wire/commands.ts';
import { createGateway, type Gateway } from './wire/gateway.ts';
import { createInteractions, type InteractionLimits } from './wire/interactions.ts';
import { createMessages, type StoredMessage } from './wire/messages.ts';
import { applicationId, botUser, channelId, guildId, memberOf, personById } from './wire/place.ts';
import type { Discord } from './wire/rest.ts';
import { createPresence, type Presence } from './presence.ts';

/** Discord on this machine: what it knows, and its connection to the bot. */
export interface Server extends Discord {
  readonly gateway: Gateway;
  readonly presence: Presence;
  close(): Promise<void>;
}

export function createServer(host: string, limits: InteractionLimits): Server {
  // Of the form of a real one, and different every time.
  const token = [
    Buffer.from(applicationId).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(27).toString('base64url'),
  ].join('.');
  const gatewayUrl = `ws://${host}/gateway`;
  const attachments = createAttachments(`http://${host}`);
  const messages = createMessages(attachments);
  const interactions = createInteractions(limits);
  const commands = createCommands();
  const presence = createPresence();
  const gateway = createGateway({
    url: gatewayUrl,
    token,
    onPresence: () => presence.set(gateway.isOnline()),
  });

  interactions.events.on('dispatched', (payload) =>
    gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload),
  );
  messages.events.on('saved', (message, change) => {
    // As on Discord, nobody but its reader and the sender of its interaction hears of an ephemeral message.
    if (message.onlyFor !== undefined) return;
    const event =
      change === 'new' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
    gateway.dispatch(event, messageEvent(message), GatewayIntentBits.GuildMessages);
  });
  messages.events.on('removed', ({ api: { id }, onlyFor }) => {
    if (onlyFor !== undefined) return;
    const data = { id, channel_id: channelId, guild_id: guildId };
    gateway.dispatch(GatewayDispatchEvents.MessageDelete, data, GatewayIntentBits.GuildMessages);
  });

  return {
    token,
    gatewayUrl,
    attachments,
    messages,
    interactions,
    commands,
    gateway,
    presence,
    async close() {
      interactions.close();
      await gateway.close();
    },
  };
}

/** Without the privileged message-content intent a bot reads only what mentions it, or what it wrote. */
function messageEvent({ api }: StoredMessage) {
  const person = personById(api.author.id);
  const isReadable = !person || api.content.includes(`<@${botUser.id}>`);
  const readable = isReadable ? api : { ...api, content: '', embeds: [], attachments: [] };
  return { ...readable, guild_id: guildId, ...(person && { member: memberOf(person) }) };
}
