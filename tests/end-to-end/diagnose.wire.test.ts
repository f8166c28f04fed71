import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, isPrivate, selectOf, textOf } from './read.ts';
import { remove } from './say.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const shown = (id: string) => {
  const message = bot.driver.messages().find((one) => one.id === id);
  if (!message) throw new Error('The message is gone.');
  return message;
};
const press = async (id: string, label: string, locale: 'en-US' | 'zh-TW' = 'en-US') => {
  const { state } = await bot.driver.press(id, buttonOf(shown(id), label), { locale });
  expect(state).toBe('acknowledged');
  return shown(id);
};

test('/diagnose asks, survives a restart in the middle, and ends with a check and a demo', async () => {
  const { message } = await bot.command('diagnose', {});
  expect(textOf(message)).toContain('Question 1 of at most 4');
  await press(message.id, 'Same saved weights');
  await press(message.id, 'In one running program');
  await bot.restart();
  const last = await press(message.id, 'They differ clearly');
  expect(textOf(last)).toContain('Question 4 of at most 4');
  expect(textOf(last)).toContain('Where: **In one running program**');
  expect(textOf(last)).toContain('Still possible: Dropout');
  const end = await press(message.id, 'No, they still differ');
  expect(textOf(end)).toContain('1. **Dropout left on**');
  expect(textOf(end)).toContain('The one check that decides');
  expect(textOf(end)).toContain('```py');
  expect(textOf(end)).not.toContain('Initial weights');
  expect(buttonsOf(end).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Fix: PyTorch', 'Run demo: Dropout']),
  );

  const back = await press(message.id, 'One step back');
  expect(textOf(back)).toBe(textOf(last));
  await press(message.id, 'I don’t know');
  const anew = await press(message.id, 'Start over');
  expect(textOf(anew)).toBe(textOf(message));
});

test('/diagnose is between the bot and one person, in their language', async () => {
  const { message } = await bot.command('diagnose', {}, { locale: 'zh-TW' });
  expect(isPrivate(message)).toBe(true);
  await press(message.id, '重新訓練過', 'zh-TW');
  await press(message.id, '不知道', 'zh-TW');
  const end = await press(message.id, '初始權重就不同', 'zh-TW');
  expect(textOf(end)).toContain('第 4 問');
  expect(textOf(await press(message.id, '不知道', 'zh-TW'))).toContain('初始權重');
});

test('/diagnose public can be followed by everybody, in the language that the server has chosen', async () => {
  bot.driver.setServerLanguage('zh-CN');
  const { message } = await bot.command('diagnose', { public: true }, { locale: 'en-US' });
  bot.driver.setServerLanguage('en-US');
  expect(isPrivate(message)).toBe(false);
  expect(textOf(message)).toContain('第 1 问');
  expect(buttonsOf(message).at(-1)?.label).toBe('删除这条消息');
});

test('where the server has chosen no language, everybody reads the asker’s', async () => {
  const { message } = await bot.command('diagnose', { public: true }, { locale: 'zh-TW' });
  expect(textOf(message)).toContain('第 1 問');
});

test('a question that has several answers leads into the triage, and stays above it', async () => {
  const question = 'Why does my **LSTM** give different results every time?';
  const { message } = await bot.command('ask', { question });
  const quote = textOf(message).split('\n')[0];
  const next = await press(message.id, 'Trained again');
  expect(textOf(next).split('\n')[0]).toBe(quote);
  const end = await press(message.id, 'Nothing');
  expect(textOf(end).split('\n')[0]).toBe(quote);
});

test('a press below an answer shortens its list, and keeps its demos and its menu', async () => {
  const question = 'my lstm results are not reproducible, sometimes 0.41 and sometimes 0.47';
  const { message } = await bot.command('ask', { question });
  const demosOf = (one: typeof message) =>
    buttonsOf(one).flatMap(({ label }) => (label.startsWith('Run demo') ? [label] : []));
  const before = demosOf(message);
  const next = await press(message.id, 'Same saved weights');
  expect(demosOf(next).length).toBeGreaterThan(0);
  expect(before).toEqual(expect.arrayContaining(demosOf(next)));
  expect(demosOf(next).length).toBeLessThan(before.length);
  expect(textOf(next)).toContain('within one running program');
  expect(selectOf(next).options.length).toBeGreaterThan(3);
  expect(demosOf(await press(message.id, 'One step back'))).toEqual(before);
});

test('a private result is shown to the channel by a press, and its asker can delete it there', async () => {
  const { message } = await bot.command('diagnose', {});
  for (const label of ['Same saved weights', 'In one running program', 'They differ clearly'])
    await press(message.id, label);
  const end = await press(message.id, 'Yes, equal now');
  const { acknowledgement } = await bot.driver.press(
    message.id,
    buttonOf(end, 'Show it to the channel'),
  );
  const posted = shown(acknowledgement?.messageId ?? '');
  expect(isPrivate(posted)).toBe(false);
  expect(textOf(posted)).toBe(textOf(end));
  expect(buttonsOf(posted).map(({ label }) => label)).not.toContain('Show it to the channel');
  await remove(bot, posted);
});

test('who knows nothing at all still gets a list and a check', async () => {
  const { message } = await bot.command('diagnose', {});
  for (let question = 1; question <= 4; question++) await press(message.id, 'I don’t know');
  const end = shown(message.id);
  expect(textOf(end)).toContain('1. **');
  expect(textOf(end)).toContain('Hash the weights both times');
  expect(bot.log).toEqual([]);
});
