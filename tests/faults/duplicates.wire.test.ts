import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { afterEach, expect, vi } from 'vitest';
import { startBot } from '../end-to-end/bot.ts';
import { buttonOf, textOf } from '../end-to-end/read.ts';
import { startDiscord } from '../wire/discord.ts';
import { answersTo, standing } from './demo.ts';
import { proves } from './proves.ts';
import { startSmallBot } from './small-bot.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

proves('delivered-twice', async () => {
  const bot = await startBot({ demoWorkers: 1 });
  closing.push(() => bot.close());
  bot.gateway.repeat(GatewayDispatchEvents.InteractionCreate);
  bot.gateway.repeat(GatewayDispatchEvents.MessageCreate);

  const { id, message, release } = await standing(bot);
  await bot.driver.press(id, buttonOf(message, 'Cancel this run'));
  await bot.driver.waitFor((messages) =>
    messages.find((one) => one.id === id && /cancelled/i.test(textOf(one))),
  );
  release();

  const said = bot.driver.say('@Seedling does shuffling the data change my outputs?');
  const answers = () =>
    bot.driver.messages().filter(({ message_reference: to }) => to?.message_id === said.id);
  await vi.waitFor(() => expect(answers()).toHaveLength(1), 20_000);
  await bot.command('help', {});
  expect(answers()).toHaveLength(1);
  expect(new Set(answersTo(bot))).toEqual(new Set([1]));
  const posts = bot.requests.filter(
    ({ method, path }) => method === 'POST' && path.startsWith('/channels/'),
  );
  expect(posts).toHaveLength(1);
  expect(bot.log).toEqual([]);
});

proves('two-bots', async () => {
  const discord = await startDiscord();
  closing.push(() => discord.close());
  const bots = [await startSmallBot(discord), await startSmallBot(discord)];
  for (const { started } of bots) if (started.ok) closing.push(() => started.bot.close());
  const asked = await discord.driver.runCommand('ask', { question: 'what is dropout?' });
  expect(asked.state).toBe('acknowledged');
  const logs = () => bots.flatMap(({ log }) => log);
  await vi.waitFor(() => expect(logs()).toHaveLength(1), 20_000);
  expect(logs()[0]).toMatch(/^\/ask: [^\n]*is a second Seedling running with this token\?$/);
  expect(discord.driver.messages()).toHaveLength(1);
  expect(answersTo(discord)).toEqual([2]);
});
