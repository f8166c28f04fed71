import {
  ApplicationIntegrationType,
  InteractionType,
  MessageType,
  type APIMessage,
} from 'discord-api-types/v10';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { buttonsOf, isPrivate, picturesOf, textOf } from '../end-to-end/read.ts';
import { freezeChildren, livingChildren } from '../faults/children.ts';
import { ended, quick } from '../faults/demo.ts';
import { proves } from '../faults/proves.ts';
import type { WireRequest } from '../wire/contract/index.ts';
import type { Answer } from '../wire/proxy/index.ts';

/** How long this Discord waits for an answer, and how long an interaction's token can be used. */
const [patience, tokenLives] = [30_000, 15 * 60_000];
const question = 'Why does my LSTM give different results every time?';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1 }, { acknowledgeWithinMs: patience });
  return () => bot.close();
});
beforeEach(async () => {
  // The child that a test stops has to be there, also after a test that killed it.
  await ended(bot, (await demo()).acknowledgement?.messageId);
  bot.log.length = 0;
  bot.requests.length = 0;
});

const mends: (() => void)[] = [];
afterEach(() => mends.splice(0).forEach((mend) => mend()));
const breakRequests = (answer: (request: WireRequest) => Answer | undefined) =>
  mends.push(bot.breakRequests(answer));

const refusal = (status: number, code: number, message: string): Answer => ({
  status,
  json: { code, message },
});

const isCallback = ({ path }: WireRequest) => path.endsWith('/callback');
const inChannel = ({ path }: WireRequest) => path.startsWith('/channels/');

/** Runs a demo that outlives the interaction's token; resolves when the token is over and the demo may go on. */
async function outlive(run: () => ReturnType<Bot['driver']['runCommand']>) {
  const thaw = freezeChildren();
  const { acknowledgement } = await run();
  bot.driver.passTime(tokenLives);
  bot.requests.length = 0;
  return { id: acknowledgement?.messageId, thaw };
}

const demo = (options = {}) => bot.driver.runCommand('demo', { ...quick, ...options });
/** What the bot had still to send, it sent before it answers somebody else. */
const nothingElse = async () => {
  mends.splice(0).forEach((mend) => mend());
  await bot.driver.autocomplete('cause', { name: 'dropout' }, 'name');
};
const idle = () => vi.waitFor(() => expect(bot.log).not.toEqual([]), 60_000);

proves('expired-token', async () => {
  const { id, thaw } = await outlive(demo);
  thaw();
  const message = await ended(bot, id);
  expect(picturesOf(message)).toHaveLength(1);
  expect(textOf(message)).not.toContain('<@');
  expect(bot.requests.filter(inChannel).map(({ method }) => method)).toContain('PATCH');
  expect(bot.log).toEqual([expect.stringMatching(/^\/demo: .*15 minutes/)]);
});

proves('expired-token-no-edit', async () => {
  const { id, thaw } = await outlive(demo);
  breakRequests((request) =>
    inChannel(request) && request.path.endsWith(`/${id}`)
      ? refusal(404, 0, '404: Not Found')
      : undefined,
  );
  thaw();
  const posted = await bot.driver.waitFor((messages) =>
    messages.find((one) => one.type === MessageType.Default && picturesOf(one).length > 0),
  );
  expect(textOf(posted)).toMatch(/^-# For <@310000000000000001>/);
  expect(bot.driver.pings(posted.id).users).toEqual([]);
});

proves('expired-token-private', async () => {
  const { thaw } = await outlive(() => demo({ private: true }));
  thaw();
  await idle();
  await nothingElse();
  expect(bot.requests.filter(inChannel)).toEqual([]);
  expect(bot.requests.filter((request) => !isCallback(request))).toHaveLength(1);
  expect(bot.log).toEqual([expect.stringMatching(/^\/demo: .*15 minutes.* lost\.$/)]);
});

test('where the bot is no member, as installed by a person, it does not even try', async () => {
  const { thaw } = await outlive(() =>
    bot.driver.sendRaw({
      type: InteractionType.ApplicationCommand,
      data: {
        id: '1',
        name: 'demo',
        type: 1,
        options: [
          { name: 'cause', type: 3, value: 'dropout' },
          { name: 'runs', type: 4, value: 2 },
        ],
      },
      authorizing_integration_owners: {
        [ApplicationIntegrationType.UserInstall]: '310000000000000001',
      },
    }),
  );
  thaw();
  await idle();
  await nothingElse();
  expect(bot.requests.filter(inChannel)).toEqual([]);
  expect(bot.log).toEqual([expect.stringMatching(/ lost\.$/)]);
});

proves('missing-permission', async () => {
  const missing = refusal(403, 50013, 'Missing Permissions');
  breakRequests((request) => (inChannel(request) ? missing : undefined));
  const { thaw } = await outlive(demo);
  thaw();
  await vi.waitFor(() => expect(bot.log).toHaveLength(2), 60_000);
  await nothingElse();
  expect(bot.log[1]).toBe('/demo: Discord refused (50013): Missing Permissions');
  expect(bot.requests.filter(inChannel)).toHaveLength(1);
});

proves('message-deleted', async () => {
  const before = livingChildren();
  const thaw = freezeChildren();
  const { acknowledgement } = await demo({ cause: 'initial-weights', runs: 20 });
  const id = acknowledgement?.messageId ?? '';
  breakRequests((request) =>
    request.path.includes('/webhooks/') ? refusal(404, 10008, 'Unknown Message') : undefined,
  );
  thaw();
  await idle();
  await vi.waitFor(
    // The one that ran it: the process that draws stays.
    () => expect(before.some((child) => child.signalCode === 'SIGKILL')).toBe(true),
    60_000,
  );
  await nothingElse();
  expect(bot.log).toEqual(['/demo: Discord refused (10008): Unknown Message']);
  expect(bot.requests.filter(({ path }) => path.includes('/webhooks/'))).toHaveLength(1);
  expect(bot.driver.messages().find((one) => one.id === id && picturesOf(one).length > 0)).toBe(
    undefined,
  );
});

proves('channel-deleted', async () => {
  const thaw = freezeChildren();
  const { acknowledgement } = await demo({ cause: 'initial-weights', runs: 20 });
  const [, , , token = ''] = bot.requests.find(isCallback)?.path.split('/') ?? [];
  breakRequests(({ path }) =>
    path.includes(token) ? refusal(404, 10003, 'Unknown Channel') : undefined,
  );
  thaw();
  await idle();
  await nothingElse();
  expect(bot.log).toEqual(['/demo: Discord refused (10003): Unknown Channel']);
  const gone = bot.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  expect(gone && picturesOf(gone)).toEqual([]);
  const { message } = await bot.command('help', {});
  expect(textOf(message)).toContain('/ask');
});

const late = () => {
  breakRequests((request) => {
    if (isCallback(request)) bot.driver.passTime(patience);
    return undefined;
  });
};

test('an answer that comes after 3 s is posted as a message of the bot, with its buttons', async () => {
  late();
  const { state } = await bot.driver.runCommand('ask', { question });
  expect(state).toBe('failed');
  const posted: APIMessage = await bot.driver.waitFor((messages) =>
    messages.find((one) => textOf(one).includes('If the weights are unchanged')),
  );
  expect(posted.type).toBe(MessageType.Default);
  expect(textOf(posted)).toMatch(/^-# For <@310000000000000001>/);
  expect(buttonsOf(posted).length).toBeGreaterThan(0);
  expect(bot.log).toEqual([expect.stringMatching(/^\/ask: .* 3 s/)]);
});

proves('late-private', async () => {
  late();
  const before = bot.driver.messages().length;
  await demo({ private: true });
  await idle();
  await nothingElse();
  expect(bot.driver.messages()).toHaveLength(before);
  expect(bot.log).toEqual([expect.stringMatching(/^\/demo: .* 3 s .* lost\.$/)]);
});

test('a refusal is private, and its button runs the demo for all to see', async () => {
  const thaw = freezeChildren();
  await demo();
  await Promise.all([demo(), demo()]);
  const refused = await demo();
  const message = bot.driver.messages().find(({ id }) => id === refused.acknowledgement?.messageId);
  if (!message) throw new Error('No refusal came.');
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).toContain('You already have 2 demos waiting');
  thaw();
  await vi.waitFor(async () => {
    const [again] = buttonsOf(message);
    const pressed = await bot.driver.press(message.id, again?.customId ?? '');
    const shown = bot.driver.messages().find(({ id }) => id === pressed.acknowledgement?.messageId);
    expect(shown && isPrivate(shown)).toBe(false);
  }, 60_000);
});
