import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { pressOn, repliesTo, sayTo, type Saying } from './say.ts';
import { buttonsOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const say = (text: string, by?: Saying) => sayTo(bot, text, by);
const press = (message: APIMessage, label: string, by?: By) => pressOn(bot, message, label, by);

async function pressAll(message: APIMessage, labels: readonly string[], by?: By) {
  let now = message;
  for (const label of labels) now = await press(now, label, by);
  return now;
}

const forgot = 'my model gives other outputs because I forgot model.eval()';
const sameWeights = ['Same saved weights', 'In one running program', 'They differ clearly'];

describe('every answer is remembered, whichever way it came:', () => {
  const dm = { where: 'dm', user: 'ada' } as const;
  const fix = async () => textOf(await say('how do I fix that in pytorch', dm));
  // A restart forgives those who said much in a short time.
  beforeEach(() => bot.restart());

  test('by /ask', async () => {
    await bot.command(
      'ask',
      { question: 'does shuffling the training data change the result?' },
      dm,
    );
    expect(await fix()).toContain('## Mini-batch order');
  });

  test('by /ask in a channel, for who asked', async () => {
    await bot.command('ask', { question: forgot, private: true });
    expect(textOf(await say('@Seedling how do I check that?'))).toContain('## Dropout left on');
  });

  test('by /cause', async () => {
    await bot.command('cause', { name: 'time-steps' }, dm);
    expect(await fix()).toContain('## Time steps');
  });

  test('by a button of an answer, and a greeting in between changes nothing', async () => {
    const question = 'my lstm results are not reproducible, sometimes 0.41 and sometimes 0.47';
    const { message } = await bot.command('ask', { question }, dm);
    await press(message, 'Same saved weights', dm);
    await say('thanks!', dm);
    expect(await fix()).toContain('## Dropout left on');
  });

  test('by a page that was opened below it', async () => {
    const { message } = await bot.command('ask', { question: forgot }, dm);
    await press(message, 'Read all: Dropout', dm);
    expect(textOf(await say('how do I check?', dm))).toContain('## Dropout left on');
  });

  test('by the end of /diagnose: “it was retrained” starts from another answer to the same question', async () => {
    const { message } = await bot.command('diagnose', {}, dm);
    await pressAll(message, [...sameWeights, 'Yes, equal now'], dm);
    expect(await fix()).toContain('## A state carried over');
    const next = await say('it was retrained', dm);
    expect(textOf(next)).toContain('What did you **change**');
    expect(textOf(next)).toContain('### Random initial weights');
  });

  test('by the menu of a message, for its author', async () => {
    const { id } = bot.driver.say(forgot, { user: 'chen' });
    await bot.driver.runOnMessage(id, 'Why does this differ?');
    await bot.driver.waitFor(() => repliesTo(bot, id, 'chen')[0], { user: 'chen' });
    const answer = await say('@Seedling how do I check that?', { user: 'chen' });
    expect(textOf(answer)).toContain('## Dropout left on');
  });
});

test('“I don’t understand” opens what happens there', async () => {
  await bot.restart();
  const dm = { where: 'dm', user: 'ada' } as const;
  await say(forgot, dm);
  expect(textOf(await say('I don’t understand', dm))).toContain('### What happens');
});

describe('what is added to a question is read with it:', () => {
  const dm = { where: 'dm', user: 'ada' } as const;
  const question = 'my lstm gives different outputs for the same input, every call';
  beforeEach(() => bot.restart());

  test.each([
    [dm, question, 'it is pytorch and I have called model.eval()'],
    [
      { ...dm, user: 'chen' },
      '我的 LSTM 每次调用输出都不同',
      '我用的是 PyTorch，已经调用了 model.eval()',
    ],
    [
      { ...dm, user: 'ben' },
      '我的 LSTM 每次呼叫輸出都不同',
      '我用的是 PyTorch，已經呼叫了 model.eval()',
    ],
  ] as const)('its causes are ranked again, %#', async (by, asked, added) => {
    const first = textOf(await say(asked, by));
    const again = textOf(await say(added, by));
    const read = { en: '*eval() on*', cn: '*eval() 已开*', tw: '*eval() 已開*' };
    expect(first).toMatch(/### .*(Dropout|dropout)/);
    expect(again).toMatch(/I read that together|连在一起看了|連在一起看了/);
    expect(Object.values(read).some((each) => again.includes(each))).toBe(true);
    expect(again).toContain('*PyTorch*');
    expect(again).toMatch(/~~.+~~/);
    expect(again).not.toMatch(/### .*(Dropout left on|dropout)/);
  });

  test('after a restart, and without a mention, where it is a reply', async () => {
    const answer = await say(`@Seedling ${question}`);
    await bot.restart();
    const again = textOf(await say('I have called model.eval()', { replyTo: answer.id }));
    expect(again).toContain('*every call*');
    expect(again).toContain('~~Dropout~~');
  });

  test('it also counts below a narrowed answer, which keeps what was answered', async () => {
    const { message } = await bot.command('ask', { question: `${question}, 0.41 then 0.47` }, dm);
    await say('the weights are the same', dm);
    const narrowed = textOf(await say('dropout is 0', dm));
    expect(narrowed).toContain('*no dropout*');
    expect(narrowed).not.toContain('### Dropout left on');
    expect(textOf(message)).toContain('### Dropout left on');
  });

  test('what is ruled out stays so when one says that it was retrained, or the same weights', async () => {
    await say('my lstm is not reproducible, the settings are the same, dropout is 0', dm);
    const same = textOf(await say('same weights', dm));
    expect(same).not.toContain('### Dropout left on');
    expect(same).toContain('~~Dropout~~');
    const trained = textOf(await say('it was retrained', dm));
    expect(trained).not.toContain('### Other hyper-parameters');
    expect(trained).not.toContain('### Dropout left on');
  });

  test('“how do I fix it?” about the question of all questions asks which it is', async () => {
    await say('why does my lstm give different results every time', dm);
    const back = textOf(await say('how do I fix it?', dm));
    expect(back).toContain('That depends on the cause');
    expect(back).toContain('did you **train again**');
  });

  test('a question of its own is answered as such', async () => {
    await say(question, dm);
    const other = textOf(await say('does my batch size change the last digits?', dm));
    expect(other).not.toContain('I read that together');
  });
});

describe('a press keeps what was said before:', () => {
  const labelsOf = (message: APIMessage) => buttonsOf(message).map(({ label }) => label);

  test('one step back from the narrowed question of all questions leads to both its halves', async () => {
    const question = 'Why does my trained LSTM give different output every time?';
    const { message } = await bot.command('ask', { question });
    const before = textOf(message);
    const narrowed = await press(message, 'Trained again');
    expect(textOf(narrowed)).not.toBe(before);
    const back = await press(narrowed, 'One step back');
    expect(textOf(back)).toBe(before);
    expect(labelsOf(back)).toEqual(labelsOf(message));
  });

  test('a narrowed answer still shows what was read, and one step back from its end leads to it', async () => {
    const dm = { where: 'dm', user: 'ada' } as const;
    await say('dropout is 0, my lstm is not reproducible, sometimes 0.41 and sometimes 0.47', dm);
    const narrowed = await say('same weights', dm);
    const last = await pressAll(narrowed, ['In one running program', 'They differ clearly'], dm);
    expect(textOf(last)).toContain('*no dropout*');
    expect(textOf(last)).toContain('~~Dropout~~');
    const end = await press(last, 'No, they still differ', dm);
    expect(textOf(end)).toContain('**The one check');
    expect(textOf(end)).not.toContain('Dropout left on');
    const back = textOf(await press(end, 'One step back', dm));
    expect(back).toContain('### ');
    expect(back).toContain('Let **every call start from a zero state**');
  });

  test('“This was not it” at the end of the triage keeps its answers, after a restart too', async () => {
    const { message } = await bot.command('diagnose', {});
    const end = await pressAll(message, [...sameWeights, 'No, they still differ']);
    expect(textOf(end)).toContain('1. **Dropout left on**');
    await bot.restart();
    const next = await press(end, 'This was not it');
    expect(textOf(next)).toContain('Noted');
    expect(textOf(next)).toContain('Three calls in a row: **They differ clearly**');
    expect(textOf(next)).not.toContain('Dropout left on');
  });

  test('“that was not it” in words does the same', async () => {
    const dm = { where: 'dm', user: 'ada' } as const;
    const { message } = await bot.command('diagnose', {}, dm);
    await pressAll(message, [...sameWeights, 'No, they still differ'], dm);
    const next = textOf(await say('no, that was not it', dm));
    expect(next).toContain('Noted');
    expect(next).not.toContain('Dropout left on');
  });
});

test('nothing of this is in the log', () => {
  expect(bot.log).toEqual([]);
});
