import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, isPrivate, selectOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

type Saying = Parameters<Bot['driver']['say']>[1] & {};

const answersTo = (id: string, user: By['user'] = 'ada') =>
  bot.driver
    .messages(user)
    .filter(({ message_reference: reference }) => reference?.message_id === id);

async function say(text: string, by: Saying = {}): Promise<APIMessage> {
  const { id } = bot.driver.say(text, by);
  return bot.driver.waitFor(() => answersTo(id, by.user)[0], by.user ? { user: by.user } : {});
}

/** Presses a button of a message and resolves to what it shows then. */
async function pressed(id: string, label: string, by: By = {}): Promise<APIMessage> {
  const find = () =>
    bot.driver.messages(by.user).find((message) => message.id === id) ??
    (() => {
      throw new Error('The message is gone.');
    })();
  await bot.driver.press(id, buttonOf(find(), label), by);
  return find();
}

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
    await pressed(message.id, 'Same saved weights', dm);
    await say('thanks!', dm);
    expect(await fix()).toContain('## Dropout left on');
  });

  test('by a page that was opened below it', async () => {
    const { message } = await bot.command('ask', { question: forgot }, dm);
    const { acknowledgement } = await bot.driver.press(
      message.id,
      buttonOf(message, 'Read all: Dropout'),
      dm,
    );
    await bot.driver.waitFor((all) => all.find(({ id }) => id === acknowledgement?.messageId));
    expect(textOf(await say('how do I check?', dm))).toContain('## Dropout left on');
  });

  test('by the end of /diagnose: “it was retrained” starts from another answer to the same question', async () => {
    const { message } = await bot.command('diagnose', {}, dm);
    for (const label of ['Same saved weights', 'In one running program', 'They differ clearly'])
      await pressed(message.id, label, dm);
    await pressed(message.id, 'Yes, equal now', dm);
    expect(await fix()).toContain('## A state carried over');
    const next = await say('it was retrained', dm);
    expect(textOf(next)).toContain('What did you **change**');
    expect(textOf(next)).toContain('### Random initial weights');
  });

  test('by the menu of a message, for its author', async () => {
    const { id } = bot.driver.say(forgot, { user: 'chen' });
    await bot.driver.runOnMessage(id, 'Why does this differ?');
    await bot.driver.waitFor(() => answersTo(id, 'chen')[0], { user: 'chen' });
    const answer = await say('@Seedling how do I check that?', { user: 'chen' });
    expect(textOf(answer)).toContain('## Dropout left on');
  });
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
    expect(again).toMatch(/I read that together|一起读|一起讀/);
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

test('a word is explained wherever it is asked for', async () => {
  await bot.restart();
  const { message } = await bot.command('ask', { question: 'what is a seed?' });
  expect(textOf(message)).toContain('### Seed\nThe number that a random generator starts from');
  expect(buttonsOf(message).map(({ label }) => label)).toContain('Read all: Initial weights');
  expect(textOf(await say('@Seedling 什么是隐藏状态？', { user: 'chen' }))).toContain('### 隐状态');
  const dm = await say('what does bit-identical mean', { where: 'dm' });
  expect(textOf(dm)).toContain('### Bit-identical');
});

test('nothing of this is in the log', () => {
  expect(bot.log).toEqual([]);
});
