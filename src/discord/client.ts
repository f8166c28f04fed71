import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { commands, messageCommands, type Services } from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { noMeter } from '../meter.ts';
import { tellOfAbsence } from './absence.ts';
import { forgetDirect, makeCache } from './cache.ts';
import { channelsOf } from './channels.ts';
import { followDeletions } from './deletions.ts';
import { createDispatcher } from './dispatch.ts';
import { describe } from './failure.ts';
import { inviteFor } from './invite.ts';
import { passOverheard } from './overheard.ts';
import { patientIdentify, type MayBegin } from './identify.ts';
import { guardedStrategy, guardKeptPackets, reportLost, type Lost } from './packets.ts';
import { pauseInBackground, type InBackground, type Pause } from './pause.ts';
import { apiCommands } from './register.ts';
import { registerAtLast, tryToRegister } from './registration.ts';
import { createRequester } from './request.ts';
import { followShards, shardOptions, type ShardRange, type Shards } from './shards.ts';
import { explainEnd, explainLogin, givenUp, tokenIsInvalid, type Ended } from './start-problem.ts';
import { watchToken } from './token.ts';

export interface ClientSettings {
  readonly token: string;
  /** Another host that speaks Discord's API, e.g. a REST proxy or the playground. */
  readonly apiUrl?: string | undefined;
  readonly guildId?: string | undefined;
  /** What comes between two tries of a request. */
  readonly pause?: Pause | undefined;
  /** Aborts when the start is to be given up. */
  readonly leaving?: AbortSignal;
  /** Of several processes with one token, only one registers the commands. True if absent. */
  readonly registersCommands?: boolean;
  /** Its part of the servers, if there are several processes. */
  readonly shards?: ShardRange | undefined;
  readonly mayBegin?: MayBegin | undefined;
}

export interface Bot {
  /** The bot's name on Discord. */
  readonly name: string;
  /** The address at which servers invite it. */
  readonly invite: string;
  /** True while each connection to Discord's gateway is there. */
  isConnected(): boolean;
  shards(): Shards;
  /** Resolves if Discord ends the connection for good. */
  readonly ended: Promise<Ended>;
  /** Answers what has arrived, then closes the connection. */
  close(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly bot: Bot }
  | { readonly ok: false; readonly problem: string; readonly afterSession: boolean };

export async function startClient(
  settings: ClientSettings,
  services: Services,
  log: Log,
  meter = noMeter,
): Promise<Started> {
  const closing = new AbortController();
  const leaving = AbortSignal.any([
    closing.signal,
    ...(settings.leaving ? [settings.leaving] : []),
  ]);
  const inBackground = { log, pause: settings.pause ?? pauseInBackground, leaving };
  const client = createClient(settings, {
    log,
    lost: reportLost(log, meter),
    // Before it is ready, a refused token is what `connect` says.
    refused: () => client.isReady() && token.doubt(),
  });
  const token = watchToken(client.rest, inBackground);
  // The very object that was given: its content changes when it is read again.
  Object.assign(services, { channels: channelsOf(client, log) });
  const dispatcher = createDispatcher({ services, log, meter });
  client.on(Events.Error, (error) => log.error(`connection: ${describe(error)}`));
  client.on(Events.InteractionCreate, (interaction) => dispatcher.handle(interaction));
  client.on(Events.MessageCreate, (message) => dispatcher.hear(message));
  followDeletions(client, services, log);

  const shards = followShards(client, log);
  let end = (_ended: Ended) => {};
  const ended = new Promise<Ended>((resolve) => (end = resolve));
  client.on(Events.ShardDisconnect, ({ code }, id) => end(explainEnd(code, { id, ...shards() })));
  void token.lost.then(() => end(tokenIsInvalid));
  settings.leaving?.addEventListener('abort', () => end(givenUp));
  tellOfAbsence({ isThere: () => shards().ready > 0, log, leaving });
  const connected = await Promise.race([connect(client, settings, inBackground), ended]);
  if ('why' in connected) {
    closing.abort();
    await client.destroy();
    return { ok: false, problem: connected.why, afterSession: connected.afterSession };
  }
  for (const work of [connected.registered, connected.loggedIn])
    void work?.then((problem) => problem && end(problem));
  const close = async () => {
    closing.abort();
    await dispatcher.settled();
    await client.destroy();
  };
  const isConnected = () => token.isTrusted() && shards().ready === shards().of;
  const { username: name = '' } = client.user ?? {};
  const invite = inviteFor(client.application?.id ?? '');
  return { ok: true, bot: { name, invite, isConnected, shards, ended, close } };
}

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

interface Listeners {
  readonly log: Log;
  readonly lost: Lost;
  /** Hears that Discord refused the bot's token. */
  readonly refused: () => void;
}

export function createClient(
  { apiUrl, pause, shards, mayBegin }: Omit<ClientSettings, 'token'>,
  { lost, refused, log }: Listeners,
): Client {
  const identify = patientIdentify({ log, pause: pause ?? pauseInBackground, mayBegin });
  const client = new Client({
    // None of these is a privileged intent: the bot can read only messages that mention it, and direct messages.
    intents: [Guilds, GuildMessages, DirectMessages],
    // Without this, discord.js drops direct messages, because we don't keep their channels.
    partials: [Partials.Channel],
    makeCache,
    allowedMentions: { parse: [] },
    ...shardOptions(shards),
    ws: { buildStrategy: guardedStrategy(lost), buildIdentifyThrottler: identify.throttler },
    rest: { makeRequest: createRequester(refused, pause), ...(apiUrl && { api: apiUrl }) },
  });
  passOverheard(client);
  guardKeptPackets(client, lost);
  identify.follow(client);
  client.on(Events.InteractionCreate, (interaction) => forgetDirect(client, interaction));
  client.on(Events.MessageCreate, (message) => forgetDirect(client, message));
  return client;
}

/** In milliseconds. After that the bot connects, and the first try to register its commands goes on meanwhile. */
const longestFirstTry = 5_000;

/** What goes on while the bot serves. Each resolves when it is done, or to a problem that ends the bot. */
interface Connected {
  readonly registered: Promise<Ended | undefined> | undefined;
  /** With all shards: the first one is enough to serve. */
  readonly loggedIn: Promise<Ended | undefined>;
}

/**
 * Connects, or says in a line why not. The commands come first, because that needs no IDENTIFY: Discord allows a limited
 * number of those a day, and a setting that is wrong should not use up any.
 */
async function connect(
  client: Client,
  { token, apiUrl, guildId, registersCommands = true }: ClientSettings,
  inBackground: InBackground,
): Promise<Connected | Ended> {
  const { rest } = client;
  rest.setToken(token);
  const settings = { rest, guildId, commands: apiCommands(commands, messageCommands) };
  const first = registersCommands ? tryToRegister(settings) : undefined;
  const tried = await Promise.race([first, pauseInBackground(longestFirstTry)]);
  if (tried?.kind === 'refused') return tried.problem;
  if (inBackground.leaving.aborted) return givenUp;
  const ready = new Promise<undefined>((resolve) =>
    client.once(Events.ClientReady, () => resolve(undefined)),
  );
  const loggedIn = client.login(token).then(
    () => undefined,
    (error: unknown) => ({ why: explainLogin(error, apiUrl), afterSession: client.isReady() }),
  );
  const problem = await Promise.race([loggedIn, ready]);
  if (problem) return problem;
  await ready;
  const registered = first && registerAtLast(settings, first, inBackground);
  return { registered, loggedIn };
}
