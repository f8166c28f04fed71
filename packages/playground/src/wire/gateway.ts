import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { guildWithContents } from './guild.ts';
import { type Language, applicationId, botUser } from './place.ts';
import type { Thread } from './channels.ts';
import type { SessionStarts } from './session-starts.ts';
import { createSessions, push, shardOf, type Session } from './sessions.ts';

export interface Gateway {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  dispatch(event: GatewayDispatchEvents, data: unknown, audience: Audience): void;
  /** True while a bot is connected. */
  isOnline(): boolean;
  /** Cuts every connection, or those of one shard, without a word, as a lost network does. The sessions can be resumed. */
  drop(shard?: number): void;
  /** Closes them with a code. */
  end(code: GatewayCloseCodes, shard?: number): void;
  /** Asks every client to come back (RECONNECT). */
  requestReconnect(): void;
  /** Ends every session (INVALID_SESSION, not resumable): the clients identify anew. */
  invalidate(): void;
  close(): Promise<void>;
}

/** Who hears of an event: every session whose shard has the server, and that listens for one of `intents`, if some are given. */
export interface Audience {
  readonly guildId: string | undefined;
  readonly intents?: number;
}

interface Settings {
  readonly url: string;
  readonly token: string;
  /** The server's language. */
  readonly language: () => Language;
  /** Those that are open. */
  readonly threads: () => readonly Thread[];
  /** The servers that the bot is in. */
  readonly guilds: readonly string[];
  readonly sessionStarts: SessionStarts;
  readonly onPresence: () => void;
}

const heartbeatMs = 41_250;
/** Discord's limit for what a client sends. */
const largestFrame = 4096;

const frame = z.object({ op: z.enum(GatewayOpcodes), d: z.unknown() });
const shard = z.tuple([z.int().nonnegative(), z.int().positive()]);
const identify = z.object({
  token: z.string(),
  intents: z.number(),
  shard: shard.default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

export function createGateway(settings: Settings): Gateway {
  const { url, token, language, threads, guilds, sessionStarts, onPresence } = settings;
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame });
  const sessions = createSessions();

  const connect = (socket: WebSocket) => {
    let lastSign = performance.now();
    const watch = setInterval(() => {
      if (performance.now() - lastSign > 2 * heartbeatMs)
        socket.close(GatewayCloseCodes.SessionTimedOut);
    }, heartbeatMs).unref();
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      lastSign = performance.now();
      receive(socket, data);
    });
    socket.on('close', (code) => {
      clearInterval(watch);
      sessions.leave(socket, code === 1000 || code === 1001);
      onPresence();
    });
    send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatMs });
  };

  const receive = (socket: WebSocket, data: RawData) => {
    const message = parse(data);
    if (!message) return socket.close(GatewayCloseCodes.DecodeError);
    const { op, d } = message;
    if (op === GatewayOpcodes.Heartbeat) return send(socket, GatewayOpcodes.HeartbeatAck);
    if (op === GatewayOpcodes.Identify) return start(socket, d);
    if (op === GatewayOpcodes.Resume) return takeUp(socket, d);
    return ignored.has(op) ? undefined : socket.close(GatewayCloseCodes.UnknownOpcode);
  };

  const start = (socket: WebSocket, data: unknown) => {
    const asked = identify.safeParse(data);
    if (!asked.success) return socket.close(GatewayCloseCodes.DecodeError);
    if (!isToken(asked.data.token)) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    const [id, of] = asked.data.shard;
    if (id >= of) return socket.close(GatewayCloseCodes.InvalidShard);
    if (!sessionStarts.begin(id)) return send(socket, GatewayOpcodes.InvalidSession, false);
    const session = sessions.start(asked.data.intents, [id, of], socket);
    const served = guilds.filter((guild) => shardOf(guild, of) === id);
    push(session, GatewayDispatchEvents.Ready, readyFor(session, served, url));
    if (session.intents & GatewayIntentBits.Guilds)
      for (const guild of served) {
        const contents = guildWithContents(guild, language(), threads());
        push(session, GatewayDispatchEvents.GuildCreate, contents);
      }
    onPresence();
  };

  /** Some clients say `Bot ...` here as well. */
  const isToken = (text: string) => text.replace(/^Bot /, '') === token;

  const takeUp = (socket: WebSocket, data: unknown) => {
    const { success, data: asked } = resume.safeParse(data);
    if (!success || !isToken(asked.token) || !sessions.resume(asked.session_id, asked.seq, socket))
      return send(socket, GatewayOpcodes.InvalidSession, false);
    onPresence();
  };

  return {
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, connect);
    },
    dispatch(event, data, { guildId, intents }) {
      for (const session of sessions.all()) {
        const [id, of] = session.shard;
        const listens = intents === undefined || (session.intents & intents) > 0;
        if (listens && shardOf(guildId, of) === id) push(session, event, data);
      }
    },
    isOnline: () => sessions.sockets().length > 0,
    drop(of) {
      for (const socket of sessions.sockets(of)) socket.terminate();
    },
    end(code, of) {
      for (const socket of sessions.sockets(of)) socket.close(code);
    },
    requestReconnect() {
      for (const socket of sessions.sockets()) send(socket, GatewayOpcodes.Reconnect);
    },
    invalidate() {
      const sockets = sessions.sockets();
      sessions.clear();
      for (const socket of sockets) send(socket, GatewayOpcodes.InvalidSession, false);
    },
    close() {
      for (const client of server.clients) client.terminate();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** What a bot may send, and the playground ignores. */
const ignored: ReadonlySet<GatewayOpcodes> = new Set([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
]);

const readyFor = (session: Session, guilds: readonly string[], url: string) => ({
  v: 10,
  user: botUser,
  guilds: guilds.map((id) => ({ id, unavailable: true })),
  session_id: session.id,
  resume_gateway_url: url,
  shard: session.shard,
  application: { id: applicationId, flags: 0, flags_new: '0' },
});

const send = (socket: WebSocket, op: GatewayOpcodes, d: unknown = null): void =>
  socket.send(JSON.stringify({ op, d, s: null, t: null }));

function parse(data: RawData): z.infer<typeof frame> | undefined {
  try {
    return frame.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''));
  } catch {
    return undefined;
  }
}
