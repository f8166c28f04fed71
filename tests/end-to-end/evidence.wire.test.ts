import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, selectsOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const prepared =
  'model.eval() is on, but my PyTorch LSTM gives different outputs for the same input, same weights, every call';

const ask = async (question: string): Promise<APIMessage> =>
  (await bot.command('ask', { question })).message;

/** Corrects what was read, and resolves to the answer made anew. */
async function correct(message: APIMessage, label: string): Promise<APIMessage> {
  const menu = selectsOf(message).find(({ placeholder }) => placeholder?.startsWith('Not so?'));
  const choice = menu?.options.find((option) => option.label === label);
  if (!menu || !choice) throw new Error(`No choice “${label}”: ${textOf(message)}`);
  await bot.driver.select(message.id, menu.custom_id, [choice.value]);
  const now = bot.driver.messages().find(({ id }) => id === message.id);
  if (!now) throw new Error('The answer is gone.');
  return now;
}

const demosOf = (message: APIMessage) =>
  buttonsOf(message).flatMap(({ label }) => /^Run demo: (.*)/.exec(label)?.[1] ?? []);

test('an answer shows what was read, and strikes out what that rules out, with a check', async () => {
  const answer = textOf(await ask(prepared));
  expect(answer).toContain(
    'You write: *every call* · *eval() on* · *same weights* · *same data* · *PyTorch*',
  );
  expect(answer).toContain(
    '~~Dropout~~ You say *eval() on*: so not dropout. Check: `print(model.training)`',
  );
  expect(answer).not.toContain('### Dropout left on');
});

test('what was misread is taken back by a press, and the causes are ranked anew', async () => {
  const answer = await ask(prepared);
  const corrected = await correct(answer, 'Not so: eval() on');
  expect(textOf(corrected).split('\n')[0]).toBe(textOf(answer).split('\n')[0]);
  expect(textOf(corrected)).not.toContain('~~Dropout~~');
  expect(demosOf(corrected)).toContain('Dropout');
});

test('what was not said is added by a press, and put back by another one', async () => {
  const answer = await ask('my lstm gives 0.41, then 0.47 for the same input');
  const named = await correct(answer, 'Also: no dropout');
  expect(textOf(named)).toContain('~~Dropout~~ You say *no dropout*: so not dropout.');
  expect(demosOf(named)).not.toContain('Dropout');
  const again = await correct(named, 'Not so: no dropout');
  expect(textOf(again)).not.toContain('~~Dropout~~');
});

test('another framework changes the line of fix', async () => {
  const keras = await correct(await ask(prepared), 'Also: Keras');
  expect(textOf(keras)).toContain('**Keras:**');
  expect(textOf(keras)).not.toContain('**PyTorch:**');
});

test('a correction works after a restart', async () => {
  const answer = await ask(prepared);
  await bot.restart();
  const corrected = await correct(answer, 'Not so: every call');
  expect(textOf(corrected)).toContain('You write: *eval() on*');
});

test.each([
  ['en', 'Why does my trained LSTM give different output every time?', 'Dropout'],
  ['zh-CN', '为什么我训练好的LSTM每次输出都不一样？', '初始权重'],
])('the question of all questions gets both halves, in %s', async (_, question, label) => {
  const answer = await ask(question);
  const buttons = buttonsOf(answer).map((button) => button.label);
  expect(buttons).toContain(label);
  // Seven causes, three answers to the question back, and the way to delete it.
  expect(buttons).toHaveLength(7 + 3 + 1);
});

test('from the fork one gets on by whether the weights changed', async () => {
  const answer = await ask('Why does my trained LSTM give different output every time?');
  await bot.driver.press(answer.id, buttonOf(answer, 'Trained again'));
  const now = bot.driver.messages().find(({ id }) => id === answer.id);
  if (!now) throw new Error('The answer is gone.');
  expect(demosOf(now)).toContain('Initial weights');
  expect(demosOf(now)).not.toContain('Carried state');
});

test('“is that normal?” is answered first with what is normal', async () => {
  const answer = textOf(await ask('I get 0.83 then 0.79 accuracy when I retrain. is that normal?'));
  const [first] = [...answer.matchAll(/### (.*)/g)].map(([, title]) => title);
  expect(first).toContain('normal');
});

test('after “This was not it” the triage names that cause no more', async () => {
  const answer = await ask('dropout is still active when I call my trained LSTM');
  const { acknowledgement } = await bot.driver.press(
    answer.id,
    buttonOf(answer, 'This was not it'),
  );
  const shown = () => bot.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  const triage = shown();
  if (!triage) throw new Error('Nothing was shown.');
  expect(textOf(triage)).toContain('Still possible: ');
  expect(textOf(triage)).not.toContain('Dropout');
  await bot.driver.press(triage.id, buttonOf(triage, 'Same saved weights'));
  const next = shown();
  expect(next && textOf(next)).toContain('Still possible: ');
  expect(next && textOf(next)).not.toContain('Dropout');
});

test('nothing of this broke anything', () => {
  expect(bot.log).toEqual([]);
});
