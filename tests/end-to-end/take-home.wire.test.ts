import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, isOver, isPrivate } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1 });
});
afterAll(() => bot.close());

const dropout = { cause: 'dropout', runs: 2, seed: '7' };

async function press(message: APIMessage, label: string, by: By) {
  const interaction = await bot.driver.press(message.id, buttonOf(message, label), by);
  return interaction.acknowledgement;
}

const seenNow = (id: string | undefined, user: By['user']) =>
  bot.driver.messages(user).find((message) => message.id === id);

test('“Run it on your machine” asks in which framework, and gives the presser a notebook', async () => {
  const { acknowledgement } = await bot.driver.runCommand('demo', dropout);
  const message = await bot.driver.waitFor((messages) =>
    messages.find((each) => each.id === acknowledgement?.messageId && isOver(each)),
  );
  const by: By = { user: 'chen' };
  const asked = seenNow((await press(message, 'Run it on your machine', by))?.messageId, 'chen');
  expect(asked && isPrivate(asked)).toBe(true);
  expect(asked && buttonsOf(asked).map(({ label }) => label)).toEqual([
    'PyTorch',
    'Keras',
    'TensorFlow.js',
  ]);
  const pressed = await press(asked ?? message, 'Keras', by);
  const sent = await bot.driver.waitFor(
    (messages) =>
      messages.find(({ id, attachments }) => id === pressed?.messageId && attachments.length > 0),
    by,
  );
  expect(isPrivate(sent)).toBe(true);
  expect(sent.attachments[0]?.filename).toBe('dropout-inference-7-keras.ipynb');
  const file = await (await fetch(sent.attachments[0]?.url ?? '')).text();
  expect(JSON.parse(file)).toMatchObject({ nbformat: 4 });
  expect(file).toMatch(/dropout\.inference\.2\.7\.[a-z0-9]+\.[0-9a-f]{12}/);
  // Whoever has named a framework finds it first.
  const again = seenNow((await press(message, 'Run it on your machine', by))?.messageId, 'chen');
  expect(again && buttonsOf(again)[0]?.label).toBe('Keras');
});
