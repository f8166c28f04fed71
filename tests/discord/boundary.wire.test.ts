import { afterEach, expect, test } from 'vitest';
import type { Services } from '../../commands/index.ts';
import { startClient } from '../../src/discord/index.ts';
import { realServices } from '../commands/fake-conversation.ts';
import { buttonOf, isPrivate, textOf } from '../end-to-end/read.ts';
import { collectLog } from '../log.ts';
import { startDiscord } from '../wire/discord.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The bot with one broken room. */
async function botWith(broken: Partial<Services>) {
  const { log, lines } = collectLog();
  const discord = await startDiscord();
  const settings = { token: discord.token, apiUrl: discord.apiUrl };
  const services = { ...realServices(), ...broken };
  const started = await startClient(settings, services, log);
  if (!started.ok) throw new Error(started.problem);
  closing.push(
    () => started.bot.close(),
    () => discord.close(),
  );
  return { driver: discord.driver, log: lines };
}

const breakDown = () => {
  throw new Error('the secret detail');
};

test('an error before the answer: one private sentence, the detail only in the log', async () => {
  const { driver, log } = await botWith({ answer: breakDown });
  const { acknowledgement } = await driver.runCommand('ask', { question: 'why?' });
  const [message, ...others] = driver.messages();
  expect(others).toEqual([]);
  expect(message?.id).toBe(acknowledgement?.messageId);
  expect(message && isPrivate(message)).toBe(true);
  expect(message && textOf(message)).toMatch(/^Something broke on my side/);
  expect(log).toEqual([expect.stringContaining('/ask: Error: the secret detail')]);
});

test('an error while the answer is awaited: the waiting message says it, and no second one comes', async () => {
  const { driver, log } = await botWith({ jobs: { submit: breakDown } });
  await driver.runCommand('demo', { cause: 'dropout' });
  const message = await driver.waitFor((messages) =>
    messages.find((one) => textOf(one).startsWith('Something broke on my side')),
  );
  expect(driver.messages().map(({ id }) => id)).toEqual([message.id]);
  expect(log).toHaveLength(1);
});

test('a press that fails leaves the message as it is', async () => {
  const real = realServices();
  let pages = real.content.pages;
  const content = {
    ...real.content,
    get pages() {
      return pages;
    },
  };
  const { driver } = await botWith({ content });
  const { acknowledgement } = await driver.runCommand('ask', {
    question: 'dropout is still active when I call my trained LSTM',
  });
  const find = () => driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  const before = find();
  if (!before) throw new Error('No answer came.');
  pages = new Map();
  const pressed = await driver.press(before.id, buttonOf(before, 'Read all: Dropout'));
  expect(find()).toEqual(before);
  const hint = driver.messages().find(({ id }) => id === pressed.acknowledgement?.messageId);
  expect(hint && isPrivate(hint)).toBe(true);
});

test('suggestions that fail are no suggestions', async () => {
  const { content } = realServices();
  const { driver, log } = await botWith({ content: { ...content, pages: new Map() } });
  expect(await driver.autocomplete('cause', { name: 'drop' }, 'name')).toEqual([]);
  expect(log).toEqual([expect.stringContaining('suggestions for /cause')]);
});
