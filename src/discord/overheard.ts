import { GatewayDispatchEvents, type Client } from 'discord.js';
import { aroundPackets, type Packet } from './handle-packet.ts';

interface Message {
  readonly guild_id?: string;
  readonly mentions?: readonly { readonly id: string }[];
}

/**
 * Discord hands over every message of every server. The bot answers those that mention it, and direct messages. All others are
 * passed over here, before discord.js builds a message, a person and a member of each.
 */
export const passOverheard = (client: Client): void =>
  aroundPackets(
    client,
    (read) => (packet, shard) =>
      read(client.isReady() && isOverheard(packet, client.user.id) ? undefined : packet, shard),
  );

function isOverheard({ t, d }: Packet = {}, botId: string): boolean {
  if (t !== GatewayDispatchEvents.MessageCreate) return false;
  // Safe: Discord documents it, and what is missing is looked for.
  const { guild_id: guildId, mentions } = (d ?? {}) as Message;
  return (
    guildId !== undefined && Array.isArray(mentions) && !mentions.some(({ id }) => id === botId)
  );
}
