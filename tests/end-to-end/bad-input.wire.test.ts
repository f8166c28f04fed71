import { InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, isPrivate, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

/** A short private message, and nobody is pinged. */
async function expectPrivateHint(messageId: string | undefined): Promise<string> {
  const message = bot.driver.messages().find(({ id }) => id === messageId);
  if (!message) throw new Error('Nothing was answered.');
  const words = textOf(message);
  expect(isPrivate(message)).toBe(true);
  expect(words.length).toBeLessThan(600);
  expect(words.length).toBeGreaterThan(20);
  expect(bot.driver.pings(message.id)).toEqual(nobody);
  expect(bot.log).toEqual([]);
  return words;
}

const nobody = { everyone: false, users: [], roles: [] };

describe('bad input gets a short private message that says what to do instead', () => {
  const strange = [
    ['emoji', '🌱👩‍👩‍👧‍👦'],
    ['a ping of everyone', '@everyone <@310000000000000002>'],
    ['a code fence', '```js\n```'],
    ['right-to-left text', '\u202Eلماذا؟'],
    ['control characters', '\u0000\u0007'],
    ['a very long text', 'x'.repeat(4_000)],
  ] as const;

  test.each(strange)('/ask: %s', async (_, question) => {
    const { message } = await bot.command('ask', { question });
    await expectPrivateHint(message.id);
  });

  test.each(strange)('/cause: %s', async (_, name) => {
    const { message } = await bot.command('cause', { name });
    expect(await expectPrivateHint(message.id)).toContain('a cause of that name');
  });

  test.each([...strange, ['10,000 characters', 'x'.repeat(10_000)] as const])(
    '/demo with a seed: %s',
    async (_, seed) => {
      // Discord's own client would not send more than 6,000 characters; a forged interaction may.
      const options = [
        { name: 'cause', type: 3, value: 'dropout' },
        { name: 'seed', type: 3, value: seed },
      ];
      const { acknowledgement } = await bot.driver.sendRaw({
        type: InteractionType.ApplicationCommand,
        data: { id: '1', name: 'demo', type: 1, options },
      });
      expect(await expectPrivateHint(acknowledgement?.messageId)).toContain('A seed is 1 to 16');
    },
  );

  test.each([-1, 0, 1, 201, 1e9])('/demo with %d runs', async (runs) => {
    const options = [
      { name: 'cause', type: 3, value: 'dropout' },
      { name: 'runs', type: 4, value: runs },
    ];
    const { acknowledgement } = await bot.driver.sendRaw({
      type: InteractionType.ApplicationCommand,
      data: { id: '1', name: 'demo', type: 1, options },
    });
    expect(await expectPrivateHint(acknowledgement?.messageId)).toContain('Choose 2 to 200 runs');
  });

  test('/demo of an unknown cause', async () => {
    const { message } = await bot.command('demo', { cause: 'dropuot' });
    expect(await expectPrivateHint(message.id)).toContain('`Dropout`');
  });

  test('a command that is not ours any more', async () => {
    const { acknowledgement } = await bot.driver.sendRaw({
      type: InteractionType.ApplicationCommand,
      data: { id: '1', name: 'brew', type: 1, options: [] },
    });
    await expectPrivateHint(acknowledgement?.messageId);
  });
});

describe('a button', () => {
  const question = 'Why does my LSTM give different results every time?';

  test.each([
    'forged',
    'demo.delete',
    'demo.same:abc:nonsense',
    'cause.open:@everyone:dropout',
    'constructor:abc',
    'x'.repeat(100),
    '💥',
  ])('with the forged id %j leads to a private hint', async (customId) => {
    const { message } = await bot.command('ask', { question });
    const { acknowledgement } = await bot.driver.sendRaw({
      type: InteractionType.MessageComponent,
      message,
      data: { custom_id: customId, component_type: 2 },
    });
    expect(await expectPrivateHint(acknowledgement?.messageId)).toContain('older version');
  });

  test('of somebody else leads to a private hint for the one who pressed', async () => {
    const { message } = await bot.command('ask', { question }, { user: 'ben' });
    const { acknowledgement } = await bot.driver.press(
      message.id,
      buttonOf(message, 'Same saved weights'),
    );
    const words = await expectPrivateHint(acknowledgement?.messageId);
    expect(words).toContain('belongs to whoever asked');
    const unchanged = bot.driver.messages('ben').find(({ id }) => id === message.id);
    expect(unchanged && textOf(unchanged)).toBe(textOf(message));
  });

  test('of somebody else works for the teacher', async () => {
    const { message } = await bot.command('ask', { question }, { user: 'ben' });
    await bot.driver.press(message.id, buttonOf(message, 'Trained again'), { user: 'chen' });
    const narrowed = bot.driver.messages().find(({ id }) => id === message.id);
    expect(narrowed && textOf(narrowed)).toContain('What did you **change**');
  });
});

test('a question full of markdown and mentions is answered, quoted as plain text, and pings nobody', async () => {
  const question =
    'why does my **LSTM** give different results every time @everyone <@310000000000000002> ```x```';
  const { message } = await bot.command('ask', { question });
  expect(isPrivate(message)).toBe(false);
  expect(bot.driver.pings(message.id)).toEqual(nobody);
  expect(textOf(message)).toContain(String.raw`\*\*LSTM\*\*`);
});

test('after all of this the bot still answers', async () => {
  const { message } = await bot.command('help', {});
  expect(textOf(message)).toContain('/ask');
  expect(bot.log).toEqual([]);
});
