import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { repliesTo, sayTo, type Saying } from './say.ts';
import { buttonOf, buttonsOf, isPrivate, selectOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const say = (text: string, by?: Saying) => sayTo(bot, text, by);
const answersTo = (id: string) => repliesTo(bot, id);

const forgot = 'my model gives other outputs because I forgot model.eval()';

describe('in direct messages a short message refers to the last answer', () => {
  const dm = { where: 'dm', user: 'ada' } as const;

  test('for its fix, in the framework that is named', async () => {
    await say(forgot, dm);
    expect(textOf(await say('how do I fix that in pytorch', dm))).toContain('### Fix in PyTorch');
    expect(textOf(await say('and in keras?', dm))).toContain('### Fix in Keras');
    expect(textOf(await say('how do I fix it?', dm))).toContain('### Fix in Keras');
  });

  test('for the check, and for what happens', async () => {
    const answer = textOf(await say('how do I check?', dm));
    expect(answer).toContain('## Dropout left on');
    expect(answer).toContain('### How to check');
    expect(textOf(await say('why?', dm))).toContain('### What happens');
  });

  test('as an answer to the triage', async () => {
    await say('why does my lstm give different results every time', { ...dm, user: 'ben' });
    const next = await say('it was retrained', { ...dm, user: 'ben' });
    expect(textOf(next)).toContain('What did you **change**');
  });

  test('to say that it was not it', async () => {
    await say(forgot, { ...dm, user: 'ben' });
    expect(textOf(await say('no, that was not it', { ...dm, user: 'ben' }))).toContain('Noted');
  });

  test('in Chinese, and stays Chinese where a word is in Latin letters', async () => {
    await say('预测时忘了关 dropout，结果会变吗', { ...dm, user: 'chen' });
    expect(textOf(await say('怎么修', { ...dm, user: 'chen' }))).toContain('用的是哪个框架');
    expect(textOf(await say('pytorch', { ...dm, user: 'chen' }))).toContain(
      '### 在 PyTorch 中修复',
    );
  });

  test('but a question of its own is answered as such', async () => {
    const answer = await say('does the sequence length change the output of my lstm', dm);
    expect(textOf(answer)).toContain('### Time steps');
  });
});

describe('in a channel', () => {
  test('each person has a last answer of their own', async () => {
    await say(`@Seedling ${forgot}`);
    expect(textOf(await say('@Seedling how do I check that?'))).toContain('### How to check');
    const nobodys = await say('@Seedling how do I check that?', { user: 'ben' });
    expect(textOf(nobodys)).toContain('which answer you mean');
  });

  test('a reply to an answer refers to that one, whoever asked, without a mention, and after a restart', async () => {
    const old = await say('@Seedling does batch order change what my lstm learns');
    await say('@Seedling my saved model was not loaded, the weights are random');
    await bot.restart();
    const check = await say('how do I check?', { user: 'ben', replyTo: old.id });
    expect(textOf(check)).toContain('## Mini-batch order');
    expect(textOf(check)).toContain('### How to check');
    // The last answer is that one now.
    expect(textOf(await say('@Seedling and in keras?', { user: 'ben' }))).toContain(
      '### Fix in Keras',
    );
  });

  test('a question in a reply to an answer is answered as such', async () => {
    const first = await say(`@Seedling ${forgot}!!`);
    const second = await say('does shuffling the training data change the result?', {
      replyTo: first.id,
    });
    expect(textOf(second)).toContain('### Mini-batch order');
  });

  test('people may talk below an answer: the bot says nothing', async () => {
    const answer = await say('@Seedling how do I turn off dropout at test time');
    const said = ['thanks, that was it!', 'it was dropout, as I said', 'ok'].map(
      (text) => bot.driver.say(text, { replyTo: answer.id }).id,
    );
    await bot.command('help', {});
    for (const id of said) expect(answersTo(id)).toEqual([]);
  });
});

describe('a greeting, or thanks,', () => {
  // A restart forgives those who said much in a short time.
  beforeAll(() => bot.restart());

  test.each([
    ['@Seedling hi', '**Hi!**', {}],
    ['@Seedling hello!', '**Hi!**', { user: 'ben' }],
    ['@Seedling 你好', '**你好！**', {}],
    ['@Seedling 謝謝', '**不客氣！**', {}],
    ['thanks!', 'You’re welcome', { where: 'dm' }],
  ] as const)('“%s” gets one friendly line and three ways in', async (text, line, by) => {
    for (let time = 0; time < 2; time++) {
      const answer = await say(text, by);
      expect(textOf(answer)).toContain(line);
      expect(textOf(answer).split('\n')).toHaveLength(1);
      expect(buttonsOf(answer)).toHaveLength(3);
    }
  });

  test('leads to all causes', async () => {
    const answer = await say('hi', { where: 'dm' });
    const { acknowledgement } = await bot.driver.press(answer.id, buttonOf(answer, 'All causes'), {
      where: 'dm',
    });
    const menu = await bot.driver.waitFor((messages) =>
      messages.find(({ id }) => id === acknowledgement?.messageId),
    );
    expect(isPrivate(menu)).toBe(true);
    expect(selectOf(menu).options.map(({ value }) => value)).toContain('dropout');
  });
});

test('“help” opens the door, in a channel and in a direct message', async () => {
  await bot.restart();
  for (const by of [{}, { where: 'dm' } as const])
    expect(textOf(await say(by.where ? 'help' : '@Seedling help me', by))).toContain('Or just ask');
});

test('a word is explained wherever it is asked for', async () => {
  await bot.restart();
  const { message } = await bot.command('ask', { question: 'what is a seed?' });
  expect(textOf(message)).toContain('### Seed\nThe number that a random generator starts from');
  expect(buttonsOf(message).map(({ label }) => label)).toContain('Read all: Initial weights');
  expect(textOf(await say('@Seedling 什么是隐藏状态？', { user: 'chen' }))).toContain(
    '### 隐藏状态',
  );
  const dm = await say('what does bit-identical mean', { where: 'dm' });
  expect(textOf(dm)).toContain('### Bit-identical');
});

test('nothing of this is in the log', () => {
  expect(bot.log).toEqual([]);
});
