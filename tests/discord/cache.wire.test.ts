import * as library from 'discord.js';
import { ChannelType, Client, GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCache } from '../../src/discord/cache.ts';
import { createClient } from '../../src/discord/client.ts';
import { proves } from '../faults/proves.ts';
import { silent } from '../../src/log.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';

let discord: Discord;
let client: Client<true>;
let heard = 0;
const lost: string[] = [];

beforeAll(async () => {
  discord = await startDiscord();
  client = createClient(discord, {
    lost: (event) => lost.push(event),
    refused: () => {},
    log: silent,
  }) as Client<true>;
  client.on('messageCreate', () => (heard += 1));
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await ready;
});
afterAll(async () => {
  await client.destroy();
  await discord.close();
});

const dispatch = (t: GatewayDispatchEvents, d: object) =>
  discord.gateway.say({ op: GatewayOpcodes.Dispatch, t, d });

/** Every manager of the client, of its servers and of their channels, with how much it remembers. */
function remembered(): Record<string, number> {
  const counts: Record<string, number> = {};
  const seen = new Set<unknown>();
  const walk = (of: object, depth: number) => {
    for (const part of Object.values(of) as unknown[]) {
      if (typeof part !== 'object' || part === null || seen.has(part)) continue;
      seen.add(part);
      if (!('cache' in part) || !(part.cache instanceof Map)) continue;
      const { name } = part.constructor;
      counts[name] = (counts[name] ?? 0) + part.cache.size;
      if (depth > 0) for (const item of part.cache.values()) walk(item as object, depth - 1);
    }
  };
  walk(client, 3);
  return counts;
}

/** A channel of the server, and somebody who is in it. */
function place() {
  const [guild] = client.guilds.cache.values();
  const channel = guild?.channels.cache.find(({ type }) => type === ChannelType.GuildText);
  if (!guild || !channel) throw new Error('There is no server to write in.');
  return { guild_id: guild.id, channel_id: channel.id };
}
const member = { roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 };
const person = (at: number) => ({
  id: String(10n ** 17n + BigInt(at)),
  username: `person${at}`,
  discriminator: '0',
  avatar: null,
  global_name: null,
});
/** Each is by somebody else. */
const message = (at: number) => ({
  id: String(2n * 10n ** 17n + BigInt(at)),
  author: person(at),
  content: '',
  timestamp: '2026-01-01T00:00:00Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [{ ...person(at + 100_000), member }],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
});
const dispatchMessage = (at: number, more: object) =>
  dispatch(GatewayDispatchEvents.MessageCreate, { ...message(at), ...more });

const strangers = 20_000;

proves('strangers', async () => {
  const { guild_id, channel_id } = place();
  const thread = '300000000000000000';
  const before = remembered();
  expect(before).toMatchObject({ GuildManager: 1, UserManager: 1, GuildMemberManager: 1 });
  const mentions = [{ ...person(-1), id: client.user.id, bot: true, member }];

  dispatch(GatewayDispatchEvents.ThreadCreate, {
    id: thread,
    guild_id,
    parent_id: channel_id,
    owner_id: person(0).id,
    type: ChannelType.PublicThread,
    name: 'A thread',
    member_count: 1,
    message_count: 0,
    thread_metadata: { archived: false, auto_archive_duration: 60, locked: false },
  });
  for (let at = 0; at < strangers; at++) {
    const where = { guild_id, channel_id: at % 2 === 0 ? channel_id : thread, member };
    // One of ten speaks to the bot: in the server, or in a direct message.
    if (at % 10 !== 0) dispatchMessage(at, where);
    else if (at % 20 === 0) dispatchMessage(at, { ...where, mentions });
    else
      dispatchMessage(at, {
        channel_id: String(4n * 10n ** 17n + BigInt(at)),
        channel_type: ChannelType.DM,
      });
    if (at % 100 !== 0) continue;
    dispatch(GatewayDispatchEvents.MessageReactionAdd, {
      ...where,
      user_id: person(at).id,
      member: { ...member, user: person(at) },
      message_id: message(at).id,
      emoji: { id: null, name: '👍' },
      type: 0,
      burst: false,
    });
    dispatch(GatewayDispatchEvents.ThreadMembersUpdate, {
      id: thread,
      guild_id,
      member_count: at,
      added_members: [
        { id: thread, user_id: person(at).id, join_timestamp: member.joined_at, flags: 0 },
      ],
    });
  }
  await expect.poll(() => heard, { timeout: 60_000 }).toBe(strangers / 10);

  // The thread itself: discord.js forgets it four hours after it is archived.
  const { ChannelManager = 0, GuildChannelManager = 0 } = before;
  expect(remembered()).toMatchObject({
    ...before,
    ChannelManager: ChannelManager + 1,
    GuildChannelManager: expect.toBeOneOf([GuildChannelManager, GuildChannelManager + 1]),
  });
  expect(
    Object.entries(remembered()).filter(([name, count]) => count > (before[name] ?? 0) + 1),
  ).toEqual([]);
  expect(lost).toEqual([]);
});

test('every manager there is in discord.js remembers nothing but the bot, except for five', () => {
  const managers = Object.values(library).filter(
    (each) => typeof each === 'function' && each.prototype instanceof library.CachedManager,
  ) as { readonly name: string }[];
  expect(managers.length).toBeGreaterThan(25);
  const stranger = { id: '1', client };
  const limited = managers.filter((manager) => {
    const cache = makeCache(manager as never, stranger as never, manager as never);
    cache.set(stranger.id, stranger);
    cache.set(client.user.id, { id: client.user.id, client });
    return cache.size === 1 && cache.has(client.user.id);
  });
  expect(managers.filter((each) => !limited.includes(each)).map(({ name }) => name)).toEqual([
    'ChannelManager',
    'GuildChannelManager',
    'GuildManager',
    'PermissionOverwriteManager',
    'RoleManager',
  ]);
});

interface Reads {
  handlePacket(packet: object, shard: unknown): void;
}

test('a message that is not for the bot costs less than a third of what discord.js takes by itself', async () => {
  const { intents } = client.options;
  const usual = new Client({ intents, rest: { api: discord.apiUrl } });
  const ready = new Promise((resolve) => usual.once('clientReady', resolve));
  await usual.login(discord.token);
  await ready;
  const packets = Array.from({ length: 500 }, (_, at) => ({
    op: GatewayOpcodes.Dispatch,
    t: GatewayDispatchEvents.MessageCreate,
    d: { ...message(strangers + at), ...place(), member },
  }));
  const took = { ours: 0, usual: 0 };
  // In turns, because the machine does other things too.
  for (let round = 0; round < 20; round++)
    for (const [name, { ws }] of [
      ['ours', client],
      ['usual', usual],
    ] as const) {
      const fresh = packets.map(({ d, ...packet }, at) => ({
        ...packet,
        d: { ...d, ...message(strangers * (round + 2) + at) },
      }));
      const since = process.cpuUsage();
      for (const packet of fresh) (ws as unknown as Reads).handlePacket(packet, ws.shards.first());
      const { user, system } = process.cpuUsage(since);
      took[name] += user + system;
    }
  await usual.destroy();
  console.log(
    `A message that is not for the bot: ${took.ours / 10_000} µs, as discord.js has it ${took.usual / 10_000} µs.`,
  );
  expect(took.ours).toBeLessThan(took.usual / 3);
});
