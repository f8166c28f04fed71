import {
  GatewayDispatchEvents,
  SimpleShardingStrategy,
  type Client,
  type WebSocketOptions,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { describe } from './failure.ts';
import { aroundPackets } from './handle-packet.ts';

/** Hears of a packet that could not be read: its event (such as `MESSAGE_CREATE`), and what was thrown. */
export type Lost = (event: string, error: unknown) => void;

type Strategy = NonNullable<WebSocketOptions['buildStrategy']>;

/** The connection of one shard. discord.js has its type, and keeps it to itself. */
interface Shard {
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
}

/**
 * discord.js throws at a packet of a shape that it does not know, and that would end the process, with everybody's demos.
 * Here such a packet is passed over. Everything that comes of a packet happens in `onMessage` of its shard, our own
 * listeners too. Give the result to the client as `ws.buildStrategy`.
 */
export const guardedStrategy =
  (lost: Lost): Strategy =>
  (manager) =>
    new (class extends SimpleShardingStrategy {
      override async spawn(shardIds: number[]): Promise<void> {
        await super.spawn(shardIds);
        const { shards } = this as unknown as { readonly shards: ReadonlyMap<number, Shard> };
        for (const shard of shards.values()) guardShard(shard, lost);
      }
    })(manager);

function guardShard(shard: Shard, lost: Lost): void {
  const read = shard.onMessage.bind(shard);
  shard.onMessage = async (data, isBinary) => {
    try {
      await read(data, isBinary);
    } catch (error) {
      lost(eventOf(data), error);
    }
  };
}

function eventOf(data: unknown): string {
  try {
    const { t } = JSON.parse(String(data)) as { readonly t?: unknown };
    return typeof t === 'string' ? t : 'a packet';
  } catch {
    return 'a packet';
  }
}

/** What arrives before the client is ready is kept, and read later, outside `onMessage`. */
export const guardKeptPackets = (client: Client, lost: Lost): void =>
  aroundPackets(client, (read) => (packet, shard) => {
    try {
      return read(packet, shard);
    } catch (error) {
      lost(packet?.t ?? 'a packet', error);
      return false;
    }
  });

const known: ReadonlySet<string> = new Set(Object.values(GatewayDispatchEvents));
const minute = 60_000;

/** Counts each lost packet. Of those that fail alike, the log gets one a minute: a server can send many. */
export function reportLost(log: Log, meter: Meter): Lost {
  const told = new LRUCache<string, true>({ max: 100, ttl: minute });
  return (event, error) => {
    const name = known.has(event) ? event : 'other';
    meter.packetLost(name);
    const key = `${name} ${messageOf(error)}`;
    if (told.has(key)) return;
    told.set(key, true);
    log.error(`A packet of Discord can't be read and is passed over (${name}): ${describe(error)}`);
  };
}
