import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { textOf } from '../end-to-end/read.ts';
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
}, 60_000);
