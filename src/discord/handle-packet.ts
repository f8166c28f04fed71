import type { Client } from 'discord.js';

export interface Packet {
  readonly t?: string;
  readonly d?: unknown;
}

/** Without a packet, discord.js still goes on with those that it has kept. */
export type HandlePacket = (packet?: Packet, shard?: unknown) => boolean;

/** Puts something of ours around what discord.js does with a packet. That is private there, but no option does the same. */
export function aroundPackets(client: Client, wrap: (read: HandlePacket) => HandlePacket): void {
  const packets = client.ws as unknown as { handlePacket: HandlePacket };
  packets.handlePacket = wrap(packets.handlePacket.bind(packets));
}
