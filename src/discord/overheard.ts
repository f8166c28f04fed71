import { GatewayDispatchEvents, type Client } from 'discord.js';

interface Packet {
  readonly t?: string;
  readonly d?: {
    readonly guild_id?: string;
    readonly mentions?: readonly { readonly id: string }[];
  } | null;
}

interface Packets {
  handlePacket(packet?: Packet, shard?: unknown): boolean;
}

/**
 * Discord hands over every message of every server. The bot answers those that mention it, and direct messages. All others are
 * passed over here, before discord.js builds a message, a person and a member of each.
 */
export function passOverheard(client: Client): void {
  const packets = client.ws as unknown as Packets;
  const read = packets.handlePacket.bind(packets);
  packets.handlePacket = (packet, shard) =>
    // Without a packet, discord.js still goes on with those that it has kept.
    read(client.isReady() && isOverheard(packet, client.user.id) ? undefined : packet, shard);
}

const isOverheard = ({ t, d }: Packet = {}, botId: string): boolean =>
  t === GatewayDispatchEvents.MessageCreate &&
  d?.guild_id !== undefined &&
  Array.isArray(d.mentions) &&
  !d.mentions.some(({ id }) => id === botId);
