import { GatewayDispatchEvents, GatewayOpcodes, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, textOf } from './read.ts';
import { pressOn, remove } from './say.ts';

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

async function ask(text: string, by: Saying = {}): Promise<APIMessage> {
  const { id } = bot.driver.say(text, by);
  return bot.driver.waitFor(() => answersTo(id, by.user)[0], by.user ? { user: by.user } : {});
}

/** Events are handled in order: what came before this command was answered, or never will be. */
async function settle(): Promise<void> {
  await bot.command('help', {});
}

const forgot = 'my model gives other outputs because I forgot model.eval()';
const nobody = { everyone: false, users: [], roles: [] };

describe('a mention in a channel', () => {
  test('with a question is answered as a reply to it, and pings nobody', async () => {
    const answer = await ask(`@Seedling ${forgot}`);
    expect(textOf(answer)).toContain('### Dropout left on');
    expect(textOf(answer)).not.toContain(forgot);
    expect(bot.driver.pings(answer.id)).toEqual(nobody);
    expect(bot.driver.messages('ben').map(({ id }) => id)).toContain(answer.id);
  });

  test('may stand at the end', async () => {
    const answer = await ask('does the sequence length change the output of my lstm, @Seedling?');
    expect(textOf(answer)).toContain('### ');
  });

  test('in Chinese is answered in Chinese, and stays Chinese under its buttons', async () => {
    const answer = await ask('@Seedling 為什麼我的 LSTM 每次輸出都不一樣', { user: 'ben' });
    expect(textOf(answer)).toContain('如果權重沒變');
    await bot.driver.press(answer.id, buttonOf(answer, '同一份儲存好的權重'), {
      user: 'ben',
      locale: 'en-US',
    });
    const next = bot.driver.messages().find(({ id }) => id === answer.id);
    expect(next && textOf(next)).toContain('權重：**');
  });

  test('without a question gets the help', async () => {
    expect(textOf(await ask('@Seedling'))).toContain('`/ask`');
  });

  test('with only a picture is told that pictures are not read', async () => {
    const files = [{ index: '0', name: 'loss.png', type: 'image/png', bytes: Buffer.from('x') }];
    expect(textOf(await ask('@Seedling', { files }))).toContain('I read text, scripts');
  });

  test('with another question gets an honest “I don’t know” and the triage', async () => {
    const answer = await ask('@Seedling what is the capital of France?', { user: 'chen' });
    expect(textOf(answer)).toContain("I don't know");
    expect(buttonsOf(answer).map(({ label }) => label)).toContain('Find it in 4 questions');
  });

  test('that is far too long is told so, and not repeated', async () => {
    const answer = await ask(`@Seedling ${'why '.repeat(400)}`, { user: 'chen' });
    expect(textOf(answer)).toContain('Ask it in one or two sentences');
  });
});

describe('no answer', () => {
  const silent = async (id: string) => {
    await settle();
    expect(answersTo(id)).toEqual([]);
  };

  test('to a message that doesn’t mention the bot', async () => {
    await silent(bot.driver.say(forgot).id);
  });

  test('to talk about the bot', async () => {
    await silent(bot.driver.say('yesterday @Seedling showed us a nice chart', { user: 'ben' }).id);
  });

  test('to thanks in a reply to its answer', async () => {
    const answer = await ask('@Seedling how do I turn off dropout at test time', { user: 'ben' });
    await silent(bot.driver.say('thanks, that was it!', { user: 'ben', replyTo: answer.id }).id);
  });

  test('to a question that is changed later', async () => {
    const { id } = bot.driver.say('never mind', { user: 'ben' });
    bot.driver.rewrite(id, '<@320000000000000001> why does my lstm differ?', { user: 'ben' });
    await silent(id);
  });
});

describe('the same answer in the same channel', () => {
  const question = '@Seedling does a sequence that is stateful carry over to the next call?';

  test('is a pointer to the first one', async () => {
    const first = await ask(question, { user: 'chen' });
    const second = await ask(question, { user: 'chen' });
    expect(textOf(second)).toContain('I answered that here a moment ago');
    expect(textOf(second)).toContain(`/${first.channel_id}/${first.id}`);
  });

  test('comes in full again once the first one is deleted', async () => {
    const pointer = await ask(question, { user: 'chen' });
    const firstId = /(\d+)$/m.exec(textOf(pointer).split('\n')[0] ?? '')?.[1] ?? '';
    const first = bot.driver.messages().find(({ id }) => id === firstId);
    if (!first) throw new Error('The pointer points nowhere.');
    await remove(bot, first, 'Delete this message', { user: 'chen' });
    const again = await ask(question, { user: 'chen' });
    expect(textOf(again)).toContain('### ');
  });

  test('comes in full again once a moderator has deleted many messages, the first one among them', async () => {
    const pointer = await ask(question, { user: 'chen' });
    const [, channel_id, id] = /(\d+)\/(\d+)$/m.exec(textOf(pointer).split('\n')[0] ?? '') ?? [];
    bot.gateway.say({
      op: GatewayOpcodes.Dispatch,
      t: GatewayDispatchEvents.MessageDeleteBulk,
      d: { ids: ['1', id], channel_id },
    });
    const again = await ask(question, { user: 'chen' });
    expect(textOf(again)).toContain('### ');
  });
});

describe('whoever asked', () => {
  test('can delete the answer, and staff can, but nobody else', async () => {
    const answer = await ask('@Seedling can I fix the random initial weights?', { user: 'ben' });
    const refused = await pressOn(bot, answer, 'Delete this message', { user: 'ada' });
    expect(textOf(refused)).toContain('belongs to whoever asked');
    await remove(bot, answer, 'Delete this message', { user: 'ben' });
  });
});

describe('a direct message', () => {
  const dm = { where: 'dm', user: 'chen' } as const;

  test('is answered in its own language, as often as it is asked', async () => {
    for (let time = 0; time < 2; time++)
      expect(textOf(await ask('忘了写 model.eval() 结果会变吗', dm))).toContain('dropout');
  });

  test('with a file only is told that files are not read', async () => {
    const files = [
      { index: '0', name: 'model.keras', type: 'application/zip', bytes: Buffer.alloc(9) },
    ];
    expect(textOf(await ask('', { ...dm, user: 'ben', files }))).toContain('I read text, scripts');
  });

  test('can be followed into the triage', async () => {
    const answer = await ask('why does my lstm give different results every time', {
      where: 'dm',
      user: 'ben',
    });
    await bot.driver.press(answer.id, buttonOf(answer, 'Trained again'), {
      where: 'dm',
      user: 'ben',
    });
    const next = bot.driver.messages('ben').find(({ id }) => id === answer.id);
    expect(next && textOf(next)).toContain('What did you **change**');
  });
});

test('whoever asks without pause is told once to wait, and then not answered', async () => {
  const { driver } = bot;
  const ids = Array.from({ length: 12 }, () => driver.say(forgot, { where: 'dm', user: 'ada' }).id);
  await driver.waitFor(() => (ids.some((id) => told(id)) ? true : undefined));
  await ask('', {
    where: 'dm',
    user: 'ben',
    files: [{ index: '0', name: 'a', type: 'b', bytes: Buffer.alloc(1) }],
  });
  expect(ids.filter((id) => told(id))).toHaveLength(1);
  expect(ids.filter((id) => answersTo(id).length > 0).length).toBeLessThan(12);

  function told(id: string) {
    return answersTo(id).some((answer) => textOf(answer).includes('Please wait a minute'));
  }
});

test('nothing of this is in the log', () => {
  expect(bot.log).toEqual([]);
});
