import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { Client, Events } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { call, connect, gatewayOf, type RawBot } from './raw-bot.ts';

const study = '330000000000000001';
const evening = '330000000004194305';
const intents =
  GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

let playground: Playground;
beforeEach(async () => {
  playground = await startPlayground({ shards: 2, maxConcurrency: 2 });
});
afterEach(() => playground.close());

async function identify(shard: readonly number[]): Promise<RawBot> {
  const bot = await connect(gatewayOf(playground));
  bot.send(GatewayOpcodes.Identify, { token: playground.token, intents, properties: {}, shard });
  return bot;
}

const contentOf = async (bot: RawBot) =>
  ((await bot.next('MESSAGE_CREATE')).d as { content: string }).content;

it('says as how many shards a bot is to connect, and how many may begin at once', async () => {
  const { body } = await call(playground, 'GET', '/gateway/bot');
  expect(body).toMatchObject({
    shards: 2,
    session_start_limit: { total: 1000, remaining: 1000, max_concurrency: 2 },
  });
});

it('tells each shard of its servers alone, and the first of direct messages', async () => {
  const [first, second] = [await identify([0, 2]), await identify([1, 2])];
  expect((await first.next('READY')).d).toMatchObject({
    shard: [0, 2],
    guilds: [{ id: evening, unavailable: true }],
  });
  expect((await second.next('READY')).d).toMatchObject({ shard: [1, 2], guilds: [{ id: study }] });
  expect((await first.next('GUILD_CREATE')).d).toMatchObject({
    id: evening,
    channels: [{ name: 'evening-class', guild_id: evening }],
  });
  expect((await second.next('GUILD_CREATE')).d).toMatchObject({ name: 'Study server' });

  playground.driver.say('@Seedling one');
  playground.driver.say('@Seedling two', { where: 'elsewhere' });
  playground.driver.say('three', { where: 'dm' });
  expect(await contentOf(second)).toMatch(/one$/);
  expect(await contentOf(first)).toMatch(/two$/);
  expect(await contentOf(first)).toBe('three');
});

it('lets sessions with other numbers of shards live side by side', async () => {
  const whole = await identify([0, 1]);
  expect((await whole.next('READY')).d).toMatchObject({ guilds: [{ id: study }, { id: evening }] });
  const part = await identify([1, 4]);
  expect((await part.next('READY')).d).toMatchObject({ guilds: [] });
});

it('refuses a shard that can not be, and one that begins too soon after another', async () => {
  expect(await (await identify([2, 2])).closed).toBe(4010);
  const [first, third] = [await identify([0, 4]), await identify([2, 4])];
  await first.next('READY');
  expect((await third.next(GatewayOpcodes.InvalidSession)).d).toBe(false);
});

it('drops or ends the connections of one shard', async () => {
  const [first, second] = [await identify([0, 2]), await identify([1, 2])];
  await Promise.all([first.next('READY'), second.next('READY')]);
  playground.gateway.end(4014, 1);
  expect(await second.closed).toBe(4014);
  playground.gateway.drop(0);
  expect(await first.closed).toBe(1006);
});

it('serves a discord.js client with as many shards as it was told of', async () => {
  const client = new Client({ intents, shards: 'auto', rest: { api: playground.apiUrl } });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply(interaction.guild?.name ?? 'no server');
  });
  await client.login(playground.token);
  await ready;
  await client.application?.commands.set([{ name: 'where', description: 'd' }]);
  for (const where of ['channel', 'elsewhere', 'dm'] as const)
    await playground.driver.runCommand('where', {}, { where });
  const said = playground.driver.messages().map(({ content }) => content);
  expect(said).toEqual(['Study server', 'Evening class', 'no server']);
  await client.destroy();
});
