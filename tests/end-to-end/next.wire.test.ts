import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, isPrivate, selectOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const forgot = 'my model gives other outputs because I forgot model.eval()';

/** Chooses below an answer; resolves to what is shown then. */
async function choose(question: string, label: string, by: By = {}) {
  const { message } = await bot.command('ask', { question }, by);
  const { custom_id: customId, options } = selectOf(message);
  const choice = options.find((option) => option.label === label);
  if (!choice) throw new Error(`No choice “${label}”: ${options.map((it) => it.label).join()}`);
  const { acknowledgement } = await bot.driver.select(message.id, customId, [choice.value], by);
  const shown = bot.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  if (!shown) throw new Error('Nothing was shown.');
  return shown;
}

test.each([
  ['Fix: Keras', 'training=False'],
  ['Fix: PyTorch', 'model.eval()'],
  ['Fix: TensorFlow.js', 'model.predict'],
])('“%s” shows code, and what it does not fix, to the asker only', async (label, code) => {
  const { message } = await bot.command('ask', { question: forgot });
  const { acknowledgement } = await bot.driver.press(message.id, buttonOf(message, label));
  const page = bot.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  if (!page) throw new Error('Nothing was shown.');
  expect(isPrivate(page)).toBe(true);
  expect(textOf(page)).toContain(code);
  expect(textOf(page)).toContain('### What the fix does not fix');
});

test('“Dropout: How to check” shows the check', async () => {
  expect(textOf(await choose(forgot, 'Dropout: How to check'))).toContain('### How to check');
});

test('what people ask next is answered in the language of the question', async () => {
  const shown = await choose(forgot, 'I set the seed and it still differs', { locale: 'zh-CN' });
  expect(textOf(shown)).toContain('## I set the seed');
});

test('an unsure answer offers the fixes of all its causes, those of the first as buttons', async () => {
  const { message } = await bot.command('ask', {
    question: 'my lstm results are not reproducible, sometimes 0.41 and sometimes 0.47',
  });
  const labels = selectOf(message).options.map(({ label }) => label);
  expect(labels.filter((label) => label.endsWith('Fix in PyTorch'))).toHaveLength(2);
  expect(buttonsOf(message).map(({ label }) => label)).toContain('Fix: PyTorch');
});

test('the end of the triage offers them too', async () => {
  const { message } = await bot.command('diagnose', {});
  for (const label of ['Trained again', 'Nothing', 'In the start weights']) {
    const now = bot.driver.messages().find(({ id }) => id === message.id);
    if (now) await bot.driver.press(message.id, buttonOf(now, label));
  }
  const end = bot.driver.messages().find(({ id }) => id === message.id);
  expect(end && buttonsOf(end).map(({ label }) => label)).toContain('Fix: Keras');
});
