import { GatewayDispatchEvents, GatewayOpcodes, InteractionType } from 'discord-api-types/v10';
import type { Driver, Interaction } from '@seedling/playground';
import type { Discord } from '../../tests/wire/discord.ts';
import { plainMessage } from '../../tests/wire/raw-message.ts';

type Value = string | number | boolean;

/** One of many people in one of many servers. */
export interface Member {
  readonly user: number;
  readonly server: number;
}

const typeOf = { string: 3, number: 4, boolean: 5 } as const;

const optionOf = ([name, value]: [string, Value]) => ({
  name,
  value,
  type: typeOf[typeof value as keyof typeof typeOf],
});

const idOf = (kind: number, number: number): string => `${kind}${String(number).padStart(17, '0')}`;

/** Somebody without rights, as Discord describes a member of a server. */
export const memberOf = (id: string, username: string) => ({
  user: { id, username, discriminator: '0', global_name: null, avatar: null },
  roles: [],
  permissions: '2147601408',
  joined_at: '2026-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
});

/** What an interaction of this person has, beside what they do. */
function from({ user, server }: Member) {
  const guild_id = idOf(4, server);
  return {
    guild_id,
    guild: { id: guild_id, locale: 'en-US', features: [] },
    authorizing_integration_owners: { 0: guild_id },
    member: memberOf(idOf(5, user), `student${user}`),
  };
}

/** A stranger writes in the channel, not to the bot: that is most of what a bot hears. */
export function writeInPassing({ gateway }: Discord, number: number): void {
  const { user: author, ...member } = memberOf(idOf(6, number), `stranger${number}`);
  gateway.say({
    op: GatewayOpcodes.Dispatch,
    t: GatewayDispatchEvents.MessageCreate,
    d: {
      ...plainMessage,
      id: idOf(7, number),
      guild_id: '330000000000000001',
      channel_id: '340000000000000001',
      author,
      member,
      content: '',
    },
  });
}

export const run = (
  driver: Driver,
  member: Member,
  name: string,
  options: Readonly<Record<string, Value>> = {},
): Promise<Interaction> =>
  driver.sendRaw({
    type: InteractionType.ApplicationCommand,
    ...from(member),
    data: { id: '1', name, type: 1, options: Object.entries(options).map(optionOf) },
  });
