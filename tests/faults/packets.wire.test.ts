import { GatewayDispatchEvents as Event, GatewayOpcodes } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { textOf } from '../end-to-end/read.ts';
import { plainMessage } from '../wire/raw-message.ts';
import { proves } from './proves.ts';

let bot: Bot;
beforeAll(async () => {
  const metricsAddress = { host: '127.0.0.1', port: 0 };
  bot = await startBot({ metricsAddress, demoWorkers: 1 });
});
afterAll(() => bot.close());

const typed = 'what somebody typed';
const user = {
  id: '310000000000000001',
  username: 'ada',
  discriminator: '0',
  avatar: null,
  global_name: null,
};
const message = {
  ...plainMessage,
  id: '900000000000000001',
  channel_id: '900000000000000002',
  channel_type: 1,
  author: user,
  content: typed,
};
const interaction = {
  id: '900000000000000003',
  application_id: '900000000000000004',
  token: 'token',
  version: 1,
  type: 2,
  data: { id: '900000000000000005', type: 1, name: 'help' },
  channel_id: message.channel_id,
  user,
  locale: 'en-US',
  app_permissions: '0',
  entitlements: [],
  authorizing_integration_owners: {},
  attachment_size_limit: 1_000,
  context: 1,
};
const press = { ...interaction, type: 3, data: { custom_id: 'x', component_type: 2 } };
const menu = (target: object) => ({
  ...interaction,
  data: {
    ...interaction.data,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: target } },
  },
});
/** Forwarded, but nothing says from where. */
const snapshot = { ...message, message_snapshots: [{ message }] };
/** Discord's word for the command that a message answers, but without who installed it. */
const ownerless = {
  ...message,
  interaction_metadata: { id: interaction.id, type: 2, user },
};

/** As a later Discord may send them; discord.js 14 throws at each. */
const shapes: readonly (readonly [what: string, event: Event, data: unknown])[] = [
  [
    'an interaction without its owners',
    Event.InteractionCreate,
    { ...interaction, authorizing_integration_owners: undefined },
  ],
  [
    'permissions that are no number',
    Event.InteractionCreate,
    { ...interaction, app_permissions: 'many' },
  ],
  ['an interaction of nobody', Event.InteractionCreate, { ...interaction, user: undefined }],
  ['an interaction that is nothing', Event.InteractionCreate, null],
  ['a press without its message', Event.InteractionCreate, press],
  [
    'a menu command without its message',
    Event.InteractionCreate,
    { ...interaction, data: { ...interaction.data, type: 3, target_id: message.id } },
  ],
  ['a forwarded message in a menu', Event.InteractionCreate, menu(snapshot)],
  ['an answer in a menu', Event.InteractionCreate, menu(ownerless)],
  ['a forwarded message of anybody', Event.MessageCreate, snapshot],
  ['an answer of another bot', Event.MessageCreate, ownerless],
  ['a message that is nothing', Event.MessageCreate, null],
  // These our own listeners read.
  ['a deletion of nothing', Event.MessageDelete, null],
  ['a deletion of many, of nothing', Event.MessageDeleteBulk, null],
  ['a channel that goes, and is nothing', Event.ChannelDelete, null],
  ['a server that goes, and is nothing', Event.GuildDelete, null],
];

async function counted(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${bot.metrics()?.port}/metrics`);
  const samples = (await response.text()).matchAll(/^seedling_unreadable_packets_total.* (\d+)$/gm);
  return [...samples].reduce((sum, [, count]) => sum + Number(count), 0);
}

proves('packet-unreadable', async () => {
  for (const [at, [what, t, d]] of shapes.entries()) {
    bot.gateway.say({ op: GatewayOpcodes.Dispatch, t, d });
    await vi.waitFor(async () => expect([what, await counted()]).toEqual([what, at + 1]), 20_000);
  }
  // Not one of the events: the word that a session is over.
  bot.gateway.say({ op: GatewayOpcodes.InvalidSession, d: null });
  await vi.waitFor(async () => expect(await counted()).toBe(shapes.length + 1), 20_000);

  const complaints = bot.log.filter((line) => line.startsWith("A packet of Discord can't be read"));
  expect(complaints).toEqual(bot.log);
  expect(complaints.length).toBeGreaterThan(5);
  expect(bot.log.join('\n')).not.toContain(typed);

  const before = complaints.length;
  bot.gateway.say({ op: GatewayOpcodes.Dispatch, t: Event.MessageCreate, d: snapshot });
  await vi.waitFor(async () => expect(await counted()).toBe(shapes.length + 2), 20_000);
  expect(bot.log).toHaveLength(before);

  expect(textOf((await bot.command('help', {})).message)).toContain('/ask');
});
