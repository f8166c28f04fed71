import { Client, Events, GatewayIntentBits, Locale, type Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';

let playground: Playground;
let client: Client<true>;

beforeAll(async () => {
  playground = await startPlayground();
  const started = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: playground.apiUrl },
  });
  const ready = new Promise<Client<true>>((resolve) => started.once(Events.ClientReady, resolve));
  await started.login(playground.token);
  client = await ready;
  await client.application.commands.set([{ name: 'hello', description: 'd' }]);
});
afterAll(async () => {
  await client.destroy();
  await playground.close();
});

it('tells a bot that the server has another language, at once and in every interaction', async () => {
  const [guild] = client.guilds.cache.values();
  expect(guild?.preferredLocale).toBe(Locale.EnglishUS);
  const changed = new Promise((resolve) => client.once(Events.GuildUpdate, resolve));
  playground.driver.setServerLanguage('zh-TW');
  await changed;
  expect(guild?.preferredLocale).toBe(Locale.ChineseTW);
  expect((await guild?.fetch())?.preferredLocale).toBe(Locale.ChineseTW);
  expect(guild?.channels.cache.size, 'what else is known of the server stays').toBe(2);

  const asked = new Promise<Interaction>((resolve) =>
    client.once(Events.InteractionCreate, resolve),
  );
  void playground.driver.runCommand('hello', {}, { locale: 'zh-CN' });
  const { guildLocale, locale } = await asked;
  expect({ guildLocale, locale }).toEqual({ guildLocale: 'zh-TW', locale: 'zh-CN' });
});
