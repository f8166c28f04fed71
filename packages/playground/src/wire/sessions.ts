import { randomBytes } from 'node:crypto';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** Which part of the servers a session serves: its number, of how many. */
export type Shard = readonly [id: number, of: number];

/** The shard, of so many, that hears of a server; of what is in no server, the first one hears. */
export const shardOf = (guildId: string | undefined, of: number): number =>
  guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(of));

/** A bot's session outlives its connections: what it missed is sent when it resumes. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  /** Number of the last event. */
  sequence: number;
  /** The last events, as they were or will be sent. */
  readonly sent: string[];
  socket: WebSocket | undefined;
}

const mostKept = 1000;

export function createSessions() {
  const sessions = new Map<string, Session>();
  return {
    start(intents: number, shard: Shard, socket: WebSocket): Session {
      const id = randomBytes(16).toString('hex');
      const session: Session = { id, intents, shard, sequence: 0, sent: [], socket };
      sessions.set(id, session);
      return session;
    },
    /** False if there is no such session, or events between are lost. */
    resume(id: string, lastSeen: number, socket: WebSocket): boolean {
      const session = sessions.get(id);
      const missed = session ? session.sequence - lastSeen : -1;
      if (!session || missed < 0 || missed > session.sent.length) return false;
      session.socket?.terminate();
      session.socket = socket;
      for (const text of session.sent.slice(session.sent.length - missed)) socket.send(text);
      push(session, GatewayDispatchEvents.Resumed, {});
      return true;
    },
    /** The socket is gone; `isOver` if the client said goodbye. */
    leave(socket: WebSocket, isOver: boolean): void {
      for (const session of sessions.values()) {
        if (session.socket !== socket) continue;
        session.socket = undefined;
        if (isOver) sessions.delete(session.id);
      }
    },
    all: (): Session[] => [...sessions.values()],
    /** Of one shard, or of all. */
    sockets: (shard?: number): WebSocket[] =>
      [...sessions.values()]
        .filter((session) => shard === undefined || session.shard[0] === shard)
        .flatMap(({ socket }) => socket ?? []),
    clear: () => sessions.clear(),
  };
}

export function push(session: Session, t: GatewayDispatchEvents, d: unknown): void {
  session.sequence += 1;
  const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: session.sequence, t, d });
  session.sent.push(text);
  if (session.sent.length > mostKept) session.sent.shift();
  session.socket?.send(text);
}
