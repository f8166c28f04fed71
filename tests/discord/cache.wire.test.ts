import { ChannelType, GatewayDispatchEvents, GatewayOpcodes, type Client } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
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

test('of people who write, join threads, react and vote nothing is remembered', async () => {
  const [guild] = client.guilds.cache.values();
  const channel = guild?.channels.cache.find(({ type }) => type === ChannelType.GuildText);
  if (!guild || !channel) throw new Error('There is no server to write in.');
  const member = {
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  const person = (at: number) => ({
    id: String(10n ** 17n + BigInt(at)),
    username: `person${at}`,
    discriminator: '0',
    avatar: null,
    global_name: null,
  });
  const message = (at: number) => ({
    id: String(2n * 10n ** 17n + BigInt(at)),
    author: person(at),
    content: '',
    timestamp: '2026-01-01T00:00:00Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [{ ...person(at + 10_000), member }],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
  });
  const thread = '300000000000000000';
  const before = remembered();
  expect(before).toMatchObject({ GuildManager: 1, UserManager: 1, GuildMemberManager: 1 });

  dispatch(GatewayDispatchEvents.ThreadCreate, {
    id: thread,
    guild_id: guild.id,
    parent_id: channel.id,
    owner_id: person(0).id,
    type: ChannelType.PublicThread,
    name: 'A thread',
    member_count: 1,
    message_count: 0,
    thread_metadata: { archived: false, auto_archive_duration: 60, locked: false },
  });
  for (let at = 0; at < 100; at++) {
    const place = { guild_id: guild.id, channel_id: at % 2 === 0 ? channel.id : thread };
    dispatch(GatewayDispatchEvents.MessageCreate, { ...message(at), ...place, member });
    dispatch(GatewayDispatchEvents.MessageReactionAdd, {
      ...place,
      user_id: person(at).id,
      member: { ...member, user: person(at) },
      message_id: message(at).id,
      emoji: { id: null, name: '👍' },
      type: 0,
      burst: false,
    });
    dispatch(GatewayDispatchEvents.ThreadMembersUpdate, {
      id: thread,
      guild_id: guild.id,
      member_count: at,
      added_members: [
        { id: thread, user_id: person(at).id, join_timestamp: member.joined_at, flags: 0 },
      ],
    });
    dispatch(GatewayDispatchEvents.MessageCreate, {
      ...message(at + 1_000),
      channel_id: String(4n * 10n ** 17n + BigInt(at)),
      channel_type: ChannelType.DM,
    });
  }
  await expect.poll(() => heard, { timeout: 60_000 }).toBe(200);

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
