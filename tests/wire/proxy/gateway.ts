import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayOpcodes, type GatewayCloseCodes } from 'discord-api-types/v10';
import { WebSocket, WebSocketServer } from 'ws';

export interface Frame {
  readonly op: GatewayOpcodes;
  readonly t?: string | null;
  readonly s?: number | null;
  readonly d?: unknown;
}

/** A frame of the bot, and when (in milliseconds) it came. */
export interface HeardFrame extends Frame {
  readonly at: number;
}

export interface GatewayFaults {
  /** Breaks every connection of the bot without a word, as a lost network does. */
  cut(): void;
  /** Lets no connection come about, until the returned function is called. */
  refuse(): () => void;
  /** Closes every connection with this code. */
  end(code: GatewayCloseCodes): void;
  /** Says something to the bot as Discord. */
  say(frame: Frame): void;
  /** Keeps back what Discord says with this code, until the returned function is called. */
  mute(op: GatewayOpcodes): () => void;
  /** Delivers each event of this name twice, until the returned function is called. */
  repeat(event: string): () => void;
  /** The frames the bot sent, oldest first. */
  readonly heard: readonly HeardFrame[];
}

interface Settings {
  /** `ws://127.0.0.1:1234/gateway`, where Discord is. */
  readonly target: string;
  readonly translate: (text: string) => string;
  /** How often the bot is told to give a sign of life; as Discord says if undefined. */
  readonly heartbeatMs?: number | undefined;
}

export function createGatewayProxy({ target, translate, heartbeatMs }: Settings) {
  const server = new WebSocketServer({ noServer: true });
  const heard: HeardFrame[] = [];
  let isRefusing = false;
  const muted = new Map<symbol, GatewayOpcodes>();
  const repeated = new Set<string>();

  const toBot = (text: string): string | undefined => {
    const frame = JSON.parse(text) as Frame;
    if ([...muted.values()].includes(frame.op)) return undefined;
    if (frame.op === GatewayOpcodes.Hello && heartbeatMs !== undefined)
      return JSON.stringify({ ...frame, d: { heartbeat_interval: heartbeatMs } });
    return translate(text);
  };

  const join = (bot: WebSocket, query: string) => {
    const discord = new WebSocket(`${target}${query}`);
    const waiting: string[] = [];
    bot.on('message', (data: Buffer) => {
      heard.push({ ...(JSON.parse(data.toString()) as Frame), at: performance.now() });
      if (discord.readyState === WebSocket.OPEN) discord.send(data.toString());
      else waiting.push(data.toString());
    });
    discord.on('open', () => waiting.splice(0).forEach((text) => discord.send(text)));
    discord.on('message', (data: Buffer) => {
      const text = toBot(data.toString());
      if (text === undefined) return;
      bot.send(text);
      if (repeated.has((JSON.parse(text) as Frame).t ?? '')) bot.send(text);
    });
    pass(bot, discord);
    pass(discord, bot);
  };

  const faults: GatewayFaults = {
    heard,
    cut: () => server.clients.forEach((bot) => bot.terminate()),
    refuse() {
      isRefusing = true;
      return () => (isRefusing = false);
    },
    end: (code) => server.clients.forEach((bot) => bot.close(code)),
    say: (frame) =>
      server.clients.forEach((bot) => bot.send(JSON.stringify({ t: null, s: null, ...frame }))),
    repeat(event) {
      repeated.add(event);
      return () => repeated.delete(event);
    },
    mute(op) {
      const key = Symbol('mute');
      muted.set(key, op);
      return () => muted.delete(key);
    },
  };
  return {
    faults,
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (isRefusing) return void socket.destroy();
      const at = request.url?.indexOf('?') ?? -1;
      const query = at < 0 ? '' : (request.url ?? '').slice(at);
      server.handleUpgrade(request, socket, head, (bot) => join(bot, query));
    },
    close: () => faults.cut(),
  };
}

/** When one side leaves, so does the other, with the same code where it may be said. */
function pass(from: WebSocket, to: WebSocket): void {
  from.on('error', () => from.terminate());
  from.on('close', (code, reason) => {
    if (code >= 1000 && code < 5000 && ![1004, 1005, 1006, 1015].includes(code))
      to.close(code, reason);
    else to.terminate();
  });
}
