import {
  GatewayOpcodes,
  type APIInteraction,
  type APIPingInteraction,
} from 'discord-api-types/v10';
import { WebSocket } from 'ws';
import type { Playground } from '../src/index.ts';

/** Pings go to bots without a gateway. */
type RealInteraction = Exclude<APIInteraction, APIPingInteraction>;

interface Frame {
  readonly op: GatewayOpcodes;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

export interface RawBot {
  /** The next frame with this `t` (or opcode), also if it came already. */
  next(what: string | GatewayOpcodes): Promise<Frame>;
  nextInteraction(): Promise<RealInteraction>;
  send(op: GatewayOpcodes, d: unknown): void;
  /** Resolves to the close code. */
  readonly closed: Promise<number>;
  close(): void;
}

/** A bot that speaks the wire's language by hand: it can say what discord.js never would. */
export async function connect(
  url: string,
  options: { readonly origin?: string } = {},
): Promise<RawBot> {
  const socket = new WebSocket(url, options);
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Frame);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });

  const next: RawBot['next'] = (what) =>
    new Promise((resolve) => {
      const look = () => {
        const at = frames.findIndex(({ op, t }) => (typeof what === 'string' ? t : op) === what);
        const [frame] = at < 0 ? [] : frames.splice(at, 1);
        if (!frame) return;
        waiting.delete(look);
        resolve(frame);
      };
      waiting.add(look);
      look();
    });
  return {
    next,
    nextInteraction: async () => (await next('INTERACTION_CREATE')).d as RealInteraction,
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    closed,
    close: () => socket.close(1000),
  };
}

export const gatewayOf = ({ apiUrl }: Playground): string =>
  apiUrl.replace('http:', 'ws:').replace('/api', '/gateway');

/** Connected and identified. */
export async function identified(playground: Playground, intents = 0): Promise<RawBot> {
  const bot = await connect(gatewayOf(playground));
  bot.send(GatewayOpcodes.Identify, { token: playground.token, intents, properties: {} });
  await bot.next('READY');
  return bot;
}

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly id?: string;
    readonly code?: number;
    readonly message?: string;
    readonly errors?: unknown;
    readonly [field: string]: unknown;
  };
  readonly contentType: string | null;
}

/** A request as the bot, with JSON, a form, or text as it is. */
export async function call(
  { apiUrl, token }: Playground,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const isRaw = body instanceof FormData || typeof body === 'string';
  const response = await fetch(`${apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${token}`,
      ...(!(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
    contentType: response.headers.get('content-type'),
  };
}

/** A body with files: `files[n]`, and the rest as `payload_json`. */
export function form(payload: unknown, ...files: { name: string; bytes?: Uint8Array }[]): FormData {
  const data = new FormData();
  data.set('payload_json', JSON.stringify(payload));
  for (const [at, { name, bytes = new Uint8Array(8) }] of files.entries())
    data.set(`files[${at}]`, new Blob([new Uint8Array(bytes)]), name);
  return data;
}
