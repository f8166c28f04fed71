import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, filesOf, picturesOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const messageWith = (id: string | undefined) =>
  bot.driver.messages().find((message) => message.id === id);

test('who waits for a demo is told when the bot leaves, and can run it again when it is back', async () => {
  const { acknowledgement } = await bot.driver.runCommand('demo', {
    cause: 'initial-weights',
    runs: 20,
  });
  await bot.driver.waitFor((messages) =>
    messages.find(
      (message) => message.id === acknowledgement?.messageId && buttonsOf(message).length > 0,
    ),
  );
  await bot.restart();
  const told = messageWith(acknowledgement?.messageId);
  if (!told) throw new Error('The message is gone.');
  expect(textOf(told)).toContain('Cancelled');
  const again = await bot.driver.press(told.id, buttonOf(told, 'Run it again'));
  expect(again.state).toBe('acknowledged');
  const underWay = await bot.driver.waitFor((messages) =>
    messages.find(
      (message) => message.id === again.acknowledgement?.messageId && buttonsOf(message).length > 0,
    ),
  );
  await bot.driver.press(underWay.id, buttonOf(underWay, 'Cancel this run'));
});

test('buttons of messages from before a restart still work', async () => {
  const question = 'Why does my LSTM give different results every time?';
  const asked = await bot.command('ask', { question });
  const { acknowledgement } = await bot.driver.runCommand('demo', {
    cause: 'dropout',
    runs: 2,
    seed: '7',
  });
  const demo = await bot.driver.waitFor(
    (messages) =>
      messages.find(
        (message) => message.id === acknowledgement?.messageId && picturesOf(message).length > 0,
      ),
    { withinMs: 60_000 },
  );
  await bot.restart();

  await bot.driver.press(asked.message.id, buttonOf(asked.message, 'Trained again'));
  const narrowed = messageWith(asked.message.id);
  expect(narrowed && textOf(narrowed)).toContain('What did you **change**');

  // The result is forgotten, but its code is in the button: it is computed again.
  const pressed = await bot.driver.press(demo.id, buttonOf(demo, 'Get the raw data (CSV)'));
  const data = await bot.driver.waitFor((messages) =>
    messages.find(
      (message) => message.id === pressed.acknowledgement?.messageId && filesOf(message).length > 0,
    ),
  );
  expect(textOf(data)).toContain('dropout.inference.2.7');
  expect(bot.log).toEqual([]);
});
