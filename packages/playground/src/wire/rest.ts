import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attachments } from './attachments.ts';
import { asRead } from './announce.ts';
import { answerInteraction, type Rooms } from './callback.ts';
import type { Commands } from './commands.ts';
import { guild, guildCounts } from './guild.ts';
import type { GuildLanguage } from './guild-language.ts';
import type { Sent } from './messages.ts';
import type { SessionStarts } from './session-starts.ts';
import { channelById, describeChannel, type Channel } from './channels.ts';
import { application, applicationId, botUser, currentUser, guildIds } from './place.ts';
import { openThread } from './open-thread.ts';
import { Refusal, refusals } from './refusal.ts';
import { readBody } from './request.ts';
import { readFlags } from './form/flags.ts';
import { matchRoute, type Route } from './router.ts';
import type { Threads } from './threads.ts';
import { followUp, webhookMessage } from './webhook.ts';

export interface Discord extends Rooms {
  readonly token: string;
  readonly gatewayUrl: string;
  readonly commands: Commands;
  readonly attachments: Attachments;
  readonly language: GuildLanguage;
  readonly threads: Threads;
  readonly sessionStarts: SessionStarts;
}

/** What a route gets, and what it gives back; undefined becomes 204. */
interface Call {
  readonly params: Readonly<Record<string, string>>;
  /** The yes or no of each flag that the route knows. */
  readonly flags: Readonly<Record<string, boolean>>;
  readonly sent: Sent;
}
type Handler = (call: Call) => unknown;

/** Every route under /api. */
export const routesOf = (discord: Discord): Route<Handler>[] => [
  ...openRoutes(discord),
  ...botRoutes(discord),
];

/** Discord's REST API, as far as a bot needs it. */
export function createRest(
  discord: Discord,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const routes = routesOf(discord);

  return async (request, response, url) => {
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
    try {
      const sent = await readBody(request);
      const { route, params } = matchRoute(routes, method, path);
      if (!route.open && request.headers.authorization !== `Bot ${discord.token}`)
        throw refusals.unauthorized();
      const flags = readFlags(route.flags ?? [], url.searchParams);
      const body = route.handle({ params, flags, sent });
      respond(response, body === undefined ? 204 : (route.status ?? 200), body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      respond(response, error.status, error.body);
    }
  };
}

/** The token in the path is the permission. */
function openRoutes(discord: Discord): Route<Handler>[] {
  const { messages } = discord;
  const interactionMessage = '/webhooks/:application/:token/messages/:message';
  const open = (
    method: string,
    path: string,
    handle: Handler,
    flags: readonly string[] = [],
  ): Route<Handler> => ({ method, path, handle, flags, open: true });
  return [
    open(
      'POST',
      '/interactions/:id/:token/callback',
      ({ params, flags, sent }) => {
        const result = answerInteraction(discord, addressOf(params), sent);
        return flags['with_response'] ? result : undefined;
      },
      ['with_response'],
    ),
    // As on Discord, these two flags change nothing: it waits for every follow-up, and accepts components from every application.
    open(
      'POST',
      '/webhooks/:application/:token',
      ({ params, sent }) => followUp(discord, addressOf(params), sent),
      ['wait', 'with_components'],
    ),
    open('GET', interactionMessage, ({ params }) => webhookMessage(discord, addressOf(params)).api),
    open(
      'PATCH',
      interactionMessage,
      ({ params, sent }) => {
        const { id } = webhookMessage(discord, addressOf(params)).api;
        return messages.edit(id, sent).api;
      },
      ['with_components'],
    ),
    open('DELETE', interactionMessage, ({ params }) =>
      messages.remove(webhookMessage(discord, addressOf(params)).api.id),
    ),
  ];
}

const addressOf = (params: Call['params']) => ({
  id: params['id'] ?? '',
  application: params['application'] ?? '',
  token: params['token'] ?? '',
  message: params['message'] ?? '',
});

function botRoutes(discord: Discord): Route<Handler>[] {
  const { messages, commands, gatewayUrl, language, sessionStarts } = discord;
  const route = (
    method: string,
    path: string,
    handle: Handler,
    flags: readonly string[] = [],
  ): Route<Handler> => ({ method, path, handle, flags });
  const channelMessage = '/channels/:channel/messages/:message';
  return [
    route('GET', '/gateway/bot', () => ({
      url: gatewayUrl,
      ...sessionStarts.state(),
    })),
    route('GET', '/gateway', () => ({ url: gatewayUrl })),
    route('GET', '/users/@me', () => currentUser),
    route('GET', '/applications/@me', () => application),
    route('GET', '/oauth2/applications/@me', () => application),
    route(
      'GET',
      '/guilds/:guild',
      ({ params, flags }) => {
        return {
          ...guild(language.now(), ofGuild(params)),
          ...(flags['with_counts'] && guildCounts),
        };
      },
      ['with_counts'],
    ),
    route('GET', '/channels/:channel', ({ params }) => describeChannel(channelOf(discord, params))),
    route(
      'GET',
      '/applications/:application/commands',
      ({ params, flags }) => {
        ofApplication(params);
        return commands.list('global', flags['with_localizations']);
      },
      ['with_localizations'],
    ),
    route('PUT', '/applications/:application/commands', ({ params, sent }) => {
      ofApplication(params);
      return commands.put('global', sent.json);
    }),
    route(
      'GET',
      '/applications/:application/guilds/:guild/commands',
      ({ params, flags }) => {
        ofApplication(params);
        ofGuild(params);
        return commands.list('guild', flags['with_localizations']);
      },
      ['with_localizations'],
    ),
    route('PUT', '/applications/:application/guilds/:guild/commands', ({ params, sent }) => {
      ofApplication(params);
      ofGuild(params);
      return commands.put('guild', sent.json);
    }),
    route('POST', '/channels/:channel/messages', ({ params, sent }) => {
      const { id: channelId } = channelOf(discord, params);
      const extra = { application_id: applicationId };
      return messages.create(sent, { channelId, author: botUser, extra }).api;
    }),
    {
      ...route('POST', '/channels/:channel/threads', ({ params, sent }) =>
        openThread(discord, channelOf(discord, params), sent.json),
      ),
      status: 201,
    },
    route('GET', channelMessage, ({ params }) => asRead(publicMessage(discord, params))),
    route(
      'PATCH',
      channelMessage,
      ({ params, sent }) => messages.edit(ownMessage(discord, params), sent).api,
    ),
    route('DELETE', channelMessage, ({ params }) => messages.remove(ownMessage(discord, params))),
  ];
}

function ofApplication(params: Call['params']): void {
  if (params['application'] !== applicationId) throw refusals.unknownApplication();
}

function ofGuild({ guild: asked }: Call['params']): string {
  const id = guildIds.find((known) => known === asked);
  if (id === undefined) throw refusals.unknownGuild();
  return id;
}

function channelOf({ threads }: Discord, params: Call['params']): Channel {
  const channel = channelById(params['channel'] ?? '', threads);
  if (!channel) throw refusals.unknownChannel();
  return channel;
}

/** Ephemeral messages can't be reached through the channel. */
function publicMessage(discord: Discord, params: Call['params']) {
  const { id } = channelOf(discord, params);
  const message = discord.messages.find(params['message'] ?? '');
  if (message?.api.channel_id !== id || message.onlyFor !== undefined)
    throw refusals.unknownMessage();
  return message.api;
}

function ownMessage(discord: Discord, params: Call['params']): string {
  const { id, author } = publicMessage(discord, params);
  if (author.id !== botUser.id) throw refusals.notTheAuthor();
  return id;
}

/** A 204 has no content-type: clients would parse its empty body. */
function respond(response: ServerResponse, status: number, body: unknown): void {
  if (status === 204) {
    response.writeHead(204).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
