import { randomBytes } from 'node:crypto';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { createAttachments } from './wire/attachments.ts';
import { createCommands } from './wire/commands.ts';
import { createGateway, type Gateway } from './wire/gateway.ts';
import { createGuildLanguage } from './wire/guild-language.ts';
import { createInteractions } from './wire/interactions.ts';
import { createMessages } from './wire/messages.ts';
import { createThreads } from './wire/threads.ts';
import { announce } from './wire/announce.ts';
import { guild } from './wire/guild.ts';
import { applicationId, guildId, guildIds } from './wire/place.ts';
import { createSessionStarts } from './wire/session-starts.ts';
import type { Discord } from './wire/rest.ts';
import { createPresence, type Presence } from './presence.ts';

export interface ServerSettings {
  /** Discord's 3 s; tests change them. */
  readonly acknowledgeWithinMs?: number;
  /** As how many shards a bot is told to connect; 1 by default. With more than one, the bot is in a second server. */
  readonly shards?: number;
  /** How many shards may identify at once. Given, it is enforced: see `createSessionStarts`. */
  readonly maxConcurrency?: number;
}

/** Discord on this machine: what it knows, and its connection to the bot. */
export interface Server extends Discord {
  readonly gateway: Gateway;
  readonly presence: Presence;
  close(): Promise<void>;
}

export function createServer(
  host: string,
  { acknowledgeWithinMs = 3000, shards = 1, maxConcurrency }: ServerSettings = {},
): Server {
  // Of the form of a real one, and different every time.
  const token = [
    Buffer.from(applicationId).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(27).toString('base64url'),
  ].join('.');
  const gatewayUrl = `ws://${host}/gateway`;
  const language = createGuildLanguage();
  const attachments = createAttachments(`http://${host}`);
  const messages = createMessages(attachments);
  const interactions = createInteractions(acknowledgeWithinMs, () => language.now());
  const commands = createCommands();
  const threads = createThreads();
  const presence = createPresence();
  const sessionStarts = createSessionStarts(shards, maxConcurrency);
  const gateway = createGateway({
    url: gatewayUrl,
    token,
    language: () => language.now(),
    threads: () => threads.all(),
    guilds: shards > 1 ? guildIds : [guildId],
    sessionStarts,
    onPresence: () => presence.set(gateway.isOnline()),
  });

  interactions.events.on('dispatched', (payload, from) =>
    gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload, { guildId: from }),
  );
  language.events.on('changed', (locale) =>
    gateway.dispatch(GatewayDispatchEvents.GuildUpdate, guild(locale), {
      guildId,
      intents: GatewayIntentBits.Guilds,
    }),
  );
  announce(messages.events, threads, gateway);

  return {
    token,
    gatewayUrl,
    attachments,
    messages,
    interactions,
    commands,
    gateway,
    presence,
    language,
    threads,
    sessionStarts,
    async close() {
      interactions.close();
      await gateway.close();
    },
  };
}
