import { Events, Status, type Client } from 'discord.js';
import type { Log } from '../log.ts';

/** The part of the servers that a process serves: of so many shards, from the first to the last, counted from 0. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
  readonly of: number;
}

/** As many connections as Discord asks for (one may serve at most 2,500 servers), or those of the range. */
export const shardOptions = (range: ShardRange | undefined) =>
  range
    ? {
        shards: Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at),
        shardCount: range.of,
      }
    : { shards: 'auto' as const };

/** The connections to Discord's gateway: each serves a part of the servers. */
export interface Shards {
  readonly ready: number;
  readonly of: number;
  /** True once all of them have been ready. */
  readonly started: boolean;
}

/**
 * Discord lets one shard begin in five seconds, and discord.js keeps back what the others hear until the last one is ready:
 * with twelve shards nobody would be answered for a minute. So here the client is ready with its first shard.
 */
export function followShards(client: Client, log: Log): () => Shards {
  const { ws } = client;
  let started = false;
  const ready = () => ws.shards.filter(({ status }) => status === Status.Ready).size;
  client.on(Events.ShardReady, () => {
    // Private, but no event and no option does the same; tests/faults/shards.wire.test.ts holds discord.js to it.
    if (ws.status !== Status.Ready) ws['triggerClientReady']();
    if (started || ready() < ws.shards.size) return;
    started = true;
    if (ws.shards.size > 1) log.info(`All ${ws.shards.size} shards are ready.`);
  });
  return () => ({ ready: ready(), of: ws.shards.size, started });
}
