import type { APIMessage } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageCommands } from '../../commands/index.ts';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { buttonsOf, textOf } from '../end-to-end/read.ts';
import { holds } from './run.ts';
import { expectPlain } from './expect-harmless.ts';
import { hostileQuestion, hostileText, hostileValue, marker } from './text.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
// Throws what broke the contract.
afterAll(() => bot.close());

const optionType = { string: 3, number: 4, boolean: 5 } as const;

const option = (name: string, value: string | number | boolean) => ({
  name,
  value,
  type: optionType[typeof value as keyof typeof optionType],
});

const optionNames = ['question', 'cause', 'name', 'variant', 'runs', 'seed', 'private'];

const command = fc
  .tuple(
    fc.oneof(fc.constantFrom('ask', 'cause', 'demo', 'help'), hostileText),
    fc.oneof(
      fc.uniqueArray(
        fc.tuple(fc.oneof(fc.constantFrom(...optionNames), hostileText), hostileValue),
        { maxLength: 5, selector: ([name]) => name },
      ),
      hostileQuestion.map((question) => [['question', question] as const]),
    ),
  )
  .map(([name, options]) => ({
    type: 2,
    data: { id: '1', name, type: 1, options: options.map(([key, value]) => option(key, value)) },
  }));

const press = fc
  .tuple(hostileText, fc.constantFrom(2, 3), fc.array(hostileText, { maxLength: 3 }))
  .map(([customId, component_type, values]) => ({
    type: 3,
    data: { custom_id: customId.slice(0, 100), component_type, values },
  }));

const typing = fc
  .tuple(fc.constantFrom('cause', 'demo', 'ask'), fc.constantFrom(...optionNames), hostileText)
  .map(([name, focused, value]) => ({
    type: 4,
    data: { id: '1', name, type: 1, options: [{ ...option(focused, value), focused: true }] },
  }));

test('whatever a client sends is answered in time, pings nobody, and leaves no line in the log', async () => {
  const question = 'Why does my LSTM give different results every time?';
  const { message } = await bot.command('ask', { question });
  // Several at once, as in a busy channel.
  const batch = fc.array(fc.oneof(command, press, typing), { minLength: 10, maxLength: 20 });
  await holds(20, batch, async (interactions) => {
    const answered = await Promise.all(
      interactions.map((one) => bot.driver.sendRaw(one.type === 3 ? { ...one, message } : one)),
    );
    for (const { state, acknowledgement } of answered) {
      expect(state).toBe('acknowledged');
      const id = acknowledgement?.messageId;
      const reply = bot.driver.messages().find((each) => each.id === id);
      if (!reply) continue;
      expect(bot.driver.pings(reply.id)).toEqual({ everyone: false, users: [], roles: [] });
      for (const line of textOf(reply).split('\n')) if (line.includes(marker)) expectPlain(line);
    }
    expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
    expect(bot.log).toEqual([]);
  });
});

/** Whatever came of it is harmless, and nothing went wrong. */
function expectCalm(messages: readonly APIMessage[]): void {
  for (const message of messages) {
    expect(bot.driver.pings(message.id)).toEqual({ everyone: false, users: [], roles: [] });
    for (const line of textOf(message).split('\n')) if (line.includes(marker)) expectPlain(line);
  }
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(bot.log).toEqual([]);
}

const ways = ['Trained again', 'Find it in 4 questions'];

test('a question that is quoted stays plain when its answer is changed by a press', async () => {
  let changed = 0;
  await holds(60, hostileQuestion, async (question) => {
    const { message } = await bot.command('ask', { question: question.slice(0, 1_000) });
    // Below an answer, or below "I don't know".
    const next = buttonsOf(message).find(({ label }) => ways.includes(label));
    if (!next) return;
    await bot.driver.press(message.id, next.customId);
    const after = bot.driver.messages().filter(({ id }) => id === message.id);
    expect(after.map(textOf).join()).toMatch(/the best one first|Question 1/);
    expectCalm(after);
    changed += 1;
  });
  expect(changed).toBeGreaterThan(0);
});

const writing = fc.record({
  text: fc.oneof(hostileText, hostileQuestion).map((text) => text.slice(0, 1_900)),
  where: fc.constantFrom('channel' as const, 'dm' as const),
  files: fc.array(
    hostileText.map((name) => ({
      index: '0',
      name: name.slice(0, 200),
      type: 'text/plain',
      bytes: new Uint8Array(3),
    })),
    { maxLength: 1 },
  ),
});

test('whatever stands in a message and in the names of its files, the bot stays calm, also when asked from its menu', async () => {
  await holds(60, writing, async ({ text, where, files }) => {
    const before = new Set(bot.driver.messages().map(({ id }) => id));
    const said = bot.driver.say(`@Seedling ${text}`, { where, files });
    for (const { name } of messageCommands) {
      const { state } = await bot.driver.runOnMessage(said.id, name, { where });
      expect(state).toBe('acknowledged');
    }
    const answers = bot.driver.messages().filter(({ id, author }) => !before.has(id) && author.bot);
    expectCalm(answers);
  });
});
