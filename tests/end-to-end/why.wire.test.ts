import { InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By, Interaction } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonsOf, isPrivate, textOf } from './read.ts';
import { remove } from './say.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const name = 'Why does this differ?';
const nobody = { everyone: false, users: [], roles: [] };
const forgot = 'my model gives other outputs because I forgot model.eval() @Ada';

/** What stays of the answer that only `user` sees, or everybody. */
async function settled({ acknowledgement }: Interaction, user: By['user'] & {} = 'ada') {
  const id = acknowledgement?.messageId;
  return bot.driver.waitFor(
    (messages) => messages.find((one) => one.id === id && textOf(one) !== ''),
    { user },
  );
}

const answersTo = (id: string) =>
  bot.driver
    .messages('ben')
    .filter(({ message_reference: reference }) => reference?.message_id === id);

test('answers somebody’s message as a reply to it, pings nobody, and tells whoever asked', async () => {
  const { id } = bot.driver.say(forgot, { user: 'ben' });
  const note = await settled(await bot.driver.runOnMessage(id, name));
  const [answer, ...others] = answersTo(id);
  expect(others).toEqual([]);
  expect(answer && textOf(answer)).toContain('### Dropout left on');
  expect(answer && isPrivate(answer)).toBe(false);
  expect(bot.driver.pings(answer?.id ?? '')).toEqual(nobody);
  expect(isPrivate(note)).toBe(true);
  expect(textOf(note)).toContain(`/${note.channel_id}/${answer?.id}`);
});

test.each(['ada', 'ben'] as const)(
  'whoever picked it and whose message it answers can delete the answer: %s can',
  async (user) => {
    const text = `因为 LSTM 的窗口长度不同，预测结果就变了（${user}）`;
    const { id } = bot.driver.say(text, { user: 'ben' });
    await settled(await bot.driver.runOnMessage(id, name));
    const [answer] = answersTo(id);
    if (!answer) throw new Error('No answer came.');
    await remove(bot, answer, '删除这条消息', { user });
    expect(answersTo(id)).toEqual([]);
  },
);

test('where the channel has the answer to the same question, its author gets one line with the link and the fix', async () => {
  const question =
    'in pytorch, the order of the batches changes the results of my training every time';
  const first = bot.driver.say(question, { user: 'ben' });
  await settled(await bot.driver.runOnMessage(first.id, name));
  const second = bot.driver.say(question.toUpperCase(), { user: 'chen' });
  const note = await settled(await bot.driver.runOnMessage(second.id, name));
  const [line] = answersTo(second.id);
  if (!line) throw new Error('Its author got nothing.');
  expect(textOf(line)).toContain('same cause as here');
  expect(textOf(line)).toContain(`/${answersTo(first.id)[0]?.id}`);
  expect(textOf(line)).toMatch(/\*\*PyTorch:\*\* `.+`/);
  expect(textOf(note)).toContain(`/${line.id}`);
});

test('another question with the same cause is answered in full', async () => {
  const { id } = bot.driver.say('will other mini-batch orders give another lstm?', { user: 'ben' });
  await settled(await bot.driver.runOnMessage(id, name));
  const [answer] = answersTo(id);
  expect(answer && textOf(answer)).toContain('### Mini-batch order');
});

test('a message that is answered already is only pointed at', async () => {
  const { id } = bot.driver.say('did my optimizer see the batches in another order?', {
    user: 'ben',
  });
  await settled(await bot.driver.runOnMessage(id, name));
  const note = await settled(await bot.driver.runOnMessage(id, name, { user: 'chen' }), 'chen');
  expect(answersTo(id)).toHaveLength(1);
  expect(textOf(note)).toContain(`/${answersTo(id)[0]?.id}`);
});

test.each([
  [
    'only a file',
    { files: [{ index: '0', name: 'a.png', type: 'image/png', bytes: Buffer.from('x') }] },
    '',
  ],
  ['a question about something else', {}, 'what is the capital of France?'],
])('a message with %s gets one private sentence', async (_, more, text) => {
  const { id } = bot.driver.say(text, { user: 'ben', ...more });
  const note = await settled(await bot.driver.runOnMessage(id, name));
  expect(isPrivate(note)).toBe(true);
  expect(textOf(note)).toMatch(/no text for me to read|I don't know/);
  expect(answersTo(id)).toEqual([]);
});

test('a message of the bot itself is refused', async () => {
  const { message } = await bot.command('ask', { question: forgot });
  const note = await settled(await bot.driver.runOnMessage(message.id, name));
  expect(textOf(note)).toContain('That message is mine');
});

test('a long message with code is answered', async () => {
  const text = `why do two trainings with other initial weights differ?\n${'x = lstm(x)\n'.repeat(120)}`;
  const { id } = bot.driver.say(text, { user: 'ben' });
  await settled(await bot.driver.runOnMessage(id, name));
  expect(answersTo(id)).toHaveLength(1);
});

test('where the bot may not write, whoever asked gets the answer, with a link', async () => {
  const mend = bot.breakRequests(({ method, path }) =>
    method === 'POST' && path.startsWith('/channels/')
      ? { status: 403, json: { code: 50_013, message: 'Missing Permissions' } }
      : undefined,
  );
  const { id } = bot.driver.say('my saved model was not loaded, the weights are random', {
    user: 'ben',
  });
  const note = await settled(await bot.driver.runOnMessage(id, name));
  mend();
  expect(isPrivate(note)).toBe(true);
  expect(textOf(note)).toContain('About https://discord.com/channels/330000000000000001');
  expect(textOf(note)).toContain('### ');
});

test('where only a person installed the bot, the answer is that of the command, with a link', async () => {
  const message = bot.driver.say(forgot, { user: 'ben' });
  const interaction = await bot.driver.sendRaw({
    type: InteractionType.ApplicationCommand,
    authorizing_integration_owners: { 1: '310000000000000001' },
    app_permissions: '0',
    data: {
      id: '1',
      name,
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  });
  const answer = await settled(interaction);
  expect(isPrivate(answer)).toBe(false);
  expect(textOf(answer)).toContain(`/${message.id}`);
  expect(buttonsOf(answer).at(-1)?.label).toBe('Delete this message');
});

test('in direct messages it works the same', async () => {
  const { id } = bot.driver.say('why does dropout at inference change my outputs', { where: 'dm' });
  await bot.driver.waitFor((messages) =>
    messages.find(({ message_reference: reference }) => reference?.message_id === id),
  );
  const note = await settled(await bot.driver.runOnMessage(id, name, { where: 'dm' }));
  expect(textOf(note)).toContain('/channels/@me/');
});

test('nothing of this broke anything', () => {
  expect(bot.log).toEqual([]);
});
