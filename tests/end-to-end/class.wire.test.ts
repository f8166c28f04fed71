import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quick, standing } from '../faults/demo.ts';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, filesOf, isOver, isPrivate, picturesOf, textOf } from './read.ts';
import { pressOn, remove, sayTo } from './say.ts';

// What a class does below what its teacher posts: Ms. Chen may manage messages, Ada and Ben may not.
let bot: Bot;
let posted: APIMessage;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1 });
  posted = await demoOf('chen', { cause: 'dropout', runs: 2, seed: '7' });
});
afterAll(() => bot.close());

const ben = { user: 'ben' } as const;

/** The message with this id, once its demo is over. */
const over = (id: string | undefined, user: 'ada' | 'ben' | 'chen') =>
  bot.driver.waitFor((all) => all.find((one) => one.id === id && isOver(one)), { user });

async function demoOf(user: 'ada' | 'ben' | 'chen', options: Record<string, string | number>) {
  const { acknowledgement } = await bot.driver.runCommand('demo', options, { user });
  return over(acknowledgement?.messageId, user);
}

const labels = (message: APIMessage) => buttonsOf(message).map(({ label }) => label);

test.each([
  ['Explain this cause', 'What happens'],
  ['Get the raw data (CSV)', 'numbers behind'],
])('“%s” is answered to a student in private', async (label, words) => {
  const answer = await pressOn(bot, posted, label, ben);
  expect(isPrivate(answer)).toBe(true);
  expect(textOf(answer)).toContain(words);
});

test('a student checks the teacher’s demo, and gets the same bytes', async () => {
  const { acknowledgement } = await bot.driver.press(
    posted.id,
    buttonOf(posted, 'Check it yourself'),
    ben,
  );
  const checked = await over(acknowledgement?.messageId, 'ben');
  expect(isPrivate(checked)).toBe(true);
  expect(textOf(checked)).toContain('Identical bytes');
  expect(picturesOf(checked)).toHaveLength(1);
});

test('a new seed starts the student’s own demo, which is theirs to delete', async () => {
  const { acknowledgement } = await bot.driver.press(
    posted.id,
    buttonOf(posted, 'Run a new seed'),
    ben,
  );
  const own = await over(acknowledgement?.messageId, 'ben');
  expect(isPrivate(own)).toBe(false);
  const refused = await pressOn(bot, own, 'Delete this message', { user: 'ada' });
  expect(isPrivate(refused)).toBe(true);
  await remove(bot, own, 'Delete this message', ben);
});

test('the teacher’s message stays, and the refusal hands over a demo of one’s own', async () => {
  const refused = await pressOn(bot, posted, 'Delete this message', ben);
  expect(isPrivate(refused)).toBe(true);
  expect(labels(refused)).toEqual(['Run your own']);
  const { acknowledgement } = await bot.driver.press(
    refused.id,
    buttonOf(refused, 'Run your own'),
    ben,
  );
  const own = await over(acknowledgement?.messageId, 'ben');
  expect(isPrivate(own)).toBe(false);
  expect(textOf(own)).not.toContain('seed `7`');
  expect(bot.driver.messages().map(({ id }) => id)).toContain(posted.id);
});

test('the fix in somebody else’s answer is read in private', async () => {
  const answer = await sayTo(bot, '@Seedling because I forgot model.eval() it differs', ben);
  for (const label of [
    'Fix: Keras',
    labels(answer).find((one) => one.startsWith('Read all')) ?? '',
  ])
    expect(isPrivate(await pressOn(bot, answer, label, { user: 'ada' }))).toBe(true);
});

test('an answer is narrowed by whoever asked; the others get the question for themselves', async () => {
  const question = 'Why does my LSTM give different results every time?';
  const answer = await sayTo(bot, `@Seedling ${question}`, ben);
  const ada = { user: 'ada' } as const;
  const refused = await pressOn(bot, answer, 'Trained again', ada);
  expect(labels(refused)).toEqual(['Answer it for yourself']);
  const own = await pressOn(bot, refused, 'Answer it for yourself', ada);
  expect(isPrivate(own)).toBe(true);
  expect(textOf(own)).toContain('you **change**');
  const unchanged = bot.driver.messages().find(({ id }) => id === answer.id);
  expect(unchanged && textOf(unchanged)).toBe(textOf(answer));
  expect(textOf(await pressOn(bot, answer, 'Trained again', ben))).toContain('you **change**');
});

test('a page in the channel is turned by whoever opened it; the others get a page of their own', async () => {
  const { message } = await bot.command('cause', { name: 'dropout' });
  const turned = await pressOn(bot, message, 'Fix: Keras', ben);
  expect(isPrivate(turned)).toBe(true);
  expect(turned.id).not.toBe(message.id);
  expect(textOf(turned)).toContain('Keras');
  expect((await pressOn(bot, message, 'Fix: Keras')).id).toBe(message.id);
});

test('who asks for the same shares its run, who waits is told about how long, and the teacher goes first', async () => {
  const textIs = (id: string | undefined, what: RegExp) =>
    bot.driver.waitFor((all) => all.find((one) => one.id === id && what.test(textOf(one))), {
      user: 'ben',
    });
  const ask = async (seed: string, user: 'ben' | 'chen') => {
    const { acknowledgement } = await bot.driver.runCommand('demo', { ...quick, seed }, { user });
    return acknowledgement?.messageId;
  };
  const { id, release } = await standing(bot);
  const same = await ask(quick.seed, 'ben');
  await textIs(same, /starting|training/);
  const own = await ask('ben', 'ben');
  await textIs(own, /place 1 in the queue, about \d+ s/);
  const teachers = await ask('chen', 'chen');
  await textIs(teachers, /place 1 in the queue/);
  await textIs(own, /place 2 in the queue/);
  release();
  const ended = await Promise.all([id, same, own, teachers].map((each) => over(each, 'ben')));
  expect(ended.map((one) => picturesOf(one).length)).toEqual([1, 1, 1, 1]);
});

test('nothing of this broke anything', () => {
  expect(filesOf(posted)).toEqual([]);
  expect(bot.log).toEqual([]);
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
});
