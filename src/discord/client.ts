import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Partials,
  Status,
  type GatewayMessageDeleteDispatchData,
} from 'discord.js';
import { commands, letGo, messageCommands, type Services } from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { noMeter } from '../meter.ts';
import { forgetDirect, makeCache } from './cache.ts';
import { channelsOf } from './channels.ts';
import { createDispatcher } from './dispatch.ts';
import { describe } from './failure.ts';
import { registerCommands } from './register.ts';
import { createRequester, type Pause } from './request.ts';
import { explainEnd, explainLogin, explainRegistration } from './start-problem.ts';

export interface ClientSettings {
  readonly token: string;
  /** Another host that speaks Discord's API, e.g. a REST proxy or the playground. */
  readonly apiUrl?: string | undefined;
  readonly guildId?: string | undefined;
  /** What comes between two tries of a request. */
  readonly pause?: Pause | undefined;
}

export interface Bot {
  /** The bot's name on Discord. */
  readonly name: string;
  /** True while Discord's gateway is connected. */
  isConnected(): boolean;
  /** Resolves if Discord ends the connection for good, to a line that says why. */
  readonly ended: Promise<string>;
  /** Answers what has arrived, then closes the connection. */
  close(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly bot: Bot }
  /** One line that names the setting to look at. */
  | { readonly ok: false; readonly problem: string };

export async function startClient(
  settings: ClientSettings,
  services: Services,
  log: Log,
  meter = noMeter,
): Promise<Started> {
  const client = createClient(settings);
  // The very object that was given: its content changes when it is read again.
  Object.assign(services, { channels: channelsOf(client, log) });
  const dispatcher = createDispatcher({ services, log, meter });
  client.on(Events.Error, (error) => log.error(`connection: ${describe(error)}`));
  client.on(Events.InteractionCreate, (interaction) => dispatcher.handle(interaction));
  client.on(Events.MessageCreate, (message) => dispatcher.hear(message));
  // When a server removes the bot, everything that we keep about the server is deleted.
  client.on(Events.GuildDelete, ({ id }) => {
    void services.misses.forgetServer(id);
    void services.settings.forget(id);
  });
  followDeletions(client, services);
  // From the gateway itself: discord.js reports deletions only in channels that it has cached.
  client.ws.on(GatewayDispatchEvents.MessageDelete, ({ id }: GatewayMessageDeleteDispatchData) =>
    services.cooldown.forget(id),
  );

  const ended = new Promise<string>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(explainEnd(code)));
  });
  const problem = await Promise.race([connect(client, settings), ended]);
  if (problem !== undefined) {
    await client.destroy();
    return { ok: false, problem };
  }
  const close = async () => {
    await dispatcher.settled();
    await client.destroy();
  };
  const isConnected = () => client.ws.shards.every(({ status }) => status === Status.Ready);
  return { ok: true, bot: { name: client.user?.username ?? '', isConnected, ended, close } };
}

/** From the gateway itself: discord.js reports deletions only in channels that it has cached. */
function followDeletions({ ws }: Client, services: Services): void {
  const { lessons } = services;
  const end = async (session: { readonly id: string } | undefined) => {
    if (session) await letGo(session.id, services);
  };
  const leave = async (serverId: string) => {
    for (const session of await lessons.inServer(serverId)) await end(session);
    await lessons.forgetServer(serverId);
  };
  ws.on(GatewayDispatchEvents.MessageDelete, ({ id }: { readonly id: string }) => {
    void lessons.ofMessage(id).then(end);
  });
  ws.on(GatewayDispatchEvents.MessageDeleteBulk, ({ ids }: { readonly ids: readonly string[] }) => {
    for (const id of ids) void lessons.ofMessage(id).then(end);
  });
  for (const event of [GatewayDispatchEvents.ChannelDelete, GatewayDispatchEvents.ThreadDelete])
    ws.on(event, ({ id }: { readonly id: string }) => void lessons.inChannel(id).then(end));
  ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GuildGone) => {
    // An outage of Discord takes a server away for a while only.
    if (unavailable) return;
    void leave(id);
  });
}

interface GuildGone {
  readonly id: string;
  readonly unavailable?: boolean;
}

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

export function createClient({ apiUrl, pause }: Pick<ClientSettings, 'apiUrl' | 'pause'>): Client {
  const client = new Client({
    // None of these is a privileged intent: the bot can read only messages that mention it, and direct messages.
    intents: [Guilds, GuildMessages, DirectMessages],
    // Without this, discord.js drops direct messages, because we don't keep their channels.
    partials: [Partials.Channel],
    makeCache,
    allowedMentions: { parse: [] },
    // As many connections as Discord asks for: a connection may serve at most 2,500 servers.
    shards: 'auto',
    rest: { makeRequest: createRequester(pause), ...(apiUrl && { api: apiUrl }) },
  });
  client.on(Events.InteractionCreate, (interaction) => forgetDirect(client, interaction));
  client.on(Events.MessageCreate, (message) => forgetDirect(client, message));
  return client;
}

/** Undefined if all went well, else the problem. */
async function connect(client: Client, settings: ClientSettings): Promise<string | undefined> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(settings.token);
  } catch (error) {
    return explainLogin(error, settings.apiUrl);
  }
  const { rest, application } = await ready;
  try {
    const target = { applicationId: application.id, guildId: settings.guildId };
    await registerCommands(rest, target, commands, messageCommands);
  } catch (error) {
    return explainRegistration(error, settings.guildId);
  }
  return undefined;
}
