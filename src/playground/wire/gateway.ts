import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { applicationId, botUser, guild, guildId } from './place.ts';

export interface Gateway {
  readonly url: string;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** To every session that listens for one of `intents` (0: to all). Kept for those that are away and may resume. */
  dispatch(event: GatewayDispatchEvents, data: unknown, intents?: number): void;
  /** True while a bot is connected. */
  isOnline(): boolean;
  /** Cuts every connection without a word, as a lost network does. The sessions can be resumed. */
  drop(): void;
  /** Asks every client to come back (RECONNECT). */
  requestReconnect(): void;
  /** Ends every session (INVALID_SESSION, not resumable): the clients identify anew. */
  invalidate(): void;
  close(): Promise<void>;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  /** Everything dispatched, for RESUME. */
  readonly sent: string[];
  socket: WebSocket | undefined;
}

interface Settings {
  readonly url: string;
  readonly token: string;
  readonly heartbeatMs?: number;
  readonly onPresence: () => void;
}

const largestFrame = 4096;
const mostKept = 1000;

const frame = z.object({ op: z.enum(GatewayOpcodes), d: z.unknown() });
const identify = z.object({ token: z.string(), intents: z.number() });
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

export function createGateway({ url, token, heartbeatMs = 41_250, onPresence }: Settings): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame });
  const sessions = new Map<string, Session>();

  const connected = () => [...sessions.values()].flatMap(({ socket }) => socket ?? []);

  server.on('connection', (socket) => {
    let lastSign = Date.now();
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatMs } });
    const watch = setInterval(() => {
      if (Date.now() - lastSign > 2 * heartbeatMs) socket.close(GatewayCloseCodes.SessionTimedOut);
    }, heartbeatMs).unref();
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      lastSign = Date.now();
      receive(socket, data);
    });
    socket.on('close', (code) => {
      clearInterval(watch);
      const session = [...sessions.values()].find((it) => it.socket === socket);
      if (!session) return;
      session.socket = undefined;
      // A client that says goodbye properly ends its session.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      onPresence();
    });
  });

  function receive(socket: WebSocket, data: RawData) {
    const message = parse(data);
    if (!message) return socket.close(GatewayCloseCodes.DecodeError);
    switch (message.op) {
      case GatewayOpcodes.Heartbeat:
        return send(socket, { op: GatewayOpcodes.HeartbeatAck });
      case GatewayOpcodes.Identify:
        return start(socket, message.d);
      case GatewayOpcodes.Resume:
        return takeUp(socket, message.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        return undefined;
      default:
        return socket.close(GatewayCloseCodes.UnknownOpcode);
    }
  }

  function start(socket: WebSocket, data: unknown) {
    const asked = identify.safeParse(data);
    if (!asked.success) return socket.close(GatewayCloseCodes.DecodeError);
    if (asked.data.token !== token) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    const { intents } = asked.data;
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, intents, sequence: 0, sent: [], socket };
    sessions.set(id, session);
    const ready = {
      v: 10,
      user: { ...botUser },
      guilds: [{ id: guildId, unavailable: true }],
      session_id: id,
      resume_gateway_url: url,
      shard: [0, 1],
      application: { id: applicationId, flags: 0, flags_new: '0' },
    };
    push(session, GatewayDispatchEvents.Ready, ready);
    if (intents & guildsIntent) push(session, GatewayDispatchEvents.GuildCreate, guild());
    onPresence();
  }

  function takeUp(socket: WebSocket, data: unknown) {
    const asked = resume.safeParse(data);
    const session = asked.success ? sessions.get(asked.data.session_id) : undefined;
    if (!asked.success || !session || asked.data.token !== token)
      return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    session.socket?.terminate();
    session.socket = socket;
    const oldest = session.sequence - session.sent.length;
    for (const missed of session.sent.slice(Math.max(0, asked.data.seq - oldest)))
      socket.send(missed);
    push(session, GatewayDispatchEvents.Resumed, {});
    onPresence();
  }

  return {
    url,
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client));
    },
    dispatch(event, data, intents = 0) {
      for (const session of sessions.values())
        if (intents === 0 || session.intents & intents) push(session, event, data);
    },
    isOnline: () => connected().length > 0,
    drop() {
      for (const socket of connected()) socket.terminate();
    },
    requestReconnect() {
      for (const socket of connected()) send(socket, { op: GatewayOpcodes.Reconnect, d: null });
    },
    invalidate() {
      const sockets = connected();
      sessions.clear();
      for (const socket of sockets) send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    },
    close() {
      for (const client of server.clients) client.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const guildsIntent = 1;

function push(session: Session, t: GatewayDispatchEvents, d: unknown) {
  session.sequence += 1;
  const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: session.sequence, t, d });
  session.sent.push(text);
  if (session.sent.length > mostKept) session.sent.shift();
  session.socket?.send(text);
}

const send = (socket: WebSocket, message: { op: GatewayOpcodes; d?: unknown }): void =>
  socket.send(JSON.stringify({ t: null, s: null, d: null, ...message }));

function parse(data: RawData): z.infer<typeof frame> | undefined {
  try {
    return frame.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''));
  } catch {
    return undefined;
  }
}
