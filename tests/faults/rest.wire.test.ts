import { MessageType } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { picturesOf, textOf } from '../end-to-end/read.ts';
import type { WireRequest } from '../wire/contract/index.ts';
import type { Answer, Fault } from '../wire/proxy/index.ts';
import { ended, quick, standing } from './demo.ts';
import { proves } from './proves.ts';

/** How long this Discord waits for an answer. */
const patience = 30_000;
/** Between two tries the bot pauses, so long each time. Here no pause takes any time, unless a test holds it. */
const pauses: number[] = [];
let hold: Promise<void> | undefined;
const pause = async (milliseconds: number) => {
  pauses.push(milliseconds);
  await hold;
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1 }, { acknowledgeWithinMs: patience }, { pause });
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.log.length = 0;
  bot.requests.length = 0;
  pauses.length = 0;
});

const isCallback = ({ path }: WireRequest) => path.endsWith('/callback');
/** Of a demo: only its result comes with a picture. */
const isResult = ({ method, files }: WireRequest) => method === 'PATCH' && files.length > 0;

/** Breaks the first requests that fit, one after the other. */
function breakFirst(
  fits: (request: WireRequest) => boolean,
  ...faults: readonly Fault[]
): () => void {
  const left = [...faults];
  return bot.breakRequests((request, forward) =>
    fits(request) ? left.shift()?.(request, forward) : undefined,
  );
}

const failure = (status: number): Answer => ({ status, json: { message: 'upstream', code: 0 } });

const question = 'Why does my LSTM give different results every time?';

async function expectOneAnswer(): Promise<void> {
  const before = bot.driver.messages().length;
  const { message } = await bot.command('ask', { question });
  expect(textOf(message)).toContain('If the weights are unchanged');
  expect(bot.driver.messages()).toHaveLength(before + 1);
}

async function expectOneResult(): Promise<void> {
  const before = bot.driver.messages().length;
  const { acknowledgement } = await bot.driver.runCommand('demo', quick);
  expect(picturesOf(await ended(bot, acknowledgement?.messageId))).toHaveLength(1);
  expect(bot.driver.messages()).toHaveLength(before + 1);
}

proves('callback-500', async () => {
  const mend = breakFirst(
    isCallback,
    () => failure(500),
    () => failure(502),
  );
  await expectOneAnswer();
  const [, , third, ...others] = bot.requests.filter(isCallback);
  expect(others).toEqual([]);
  await vi.waitFor(() => expect(third?.status).toBe(200), 60_000);
  expect(pauses).toEqual([200, 400]);
  expect(bot.log).toEqual([]);
  mend();
});

proves('reply-cut', async () => {
  const isPost = ({ method, path }: WireRequest) =>
    method === 'POST' && path.startsWith('/channels/');
  const mend = breakFirst(
    isPost,
    () => 'cut',
    async (_, forward) => {
      await forward();
      return 'cut' as const;
    },
  );
  const { id } = bot.driver.say('@Seedling does dropout at inference change my outputs?');
  const answers = () =>
    bot.driver.messages().filter(({ message_reference: to }) => to?.message_id === id);
  await vi.waitFor(() => expect(bot.requests.filter(isPost)[2]?.status).toBe(200), 60_000);
  expect(answers()).toHaveLength(1);
  expect(pauses).toEqual([500, 2_000]);
  expect(bot.log).toEqual([]);
  mend();
});

proves('callback-502-taken', async () => {
  const mend = breakFirst(isCallback, async (_, forward) => {
    await forward();
    return failure(502);
  });
  await expectOneResult();
  mend();
});

proves('rate-limit', async () => {
  const wait = 0.4;
  const mend = breakFirst(isCallback, () => ({
    status: 429,
    json: { message: 'You are being rate limited.', retry_after: wait, global: false },
    headers: { 'retry-after': String(wait), 'x-ratelimit-scope': 'shared' },
  }));
  await expectOneAnswer();
  const [first, second, ...others] = bot.requests.filter(isCallback);
  expect(others).toEqual([]);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(wait * 1000 - 20);
  expect(bot.log).toEqual([]);
  mend();
});

proves('result-500', async () => {
  const mend = breakFirst(
    isResult,
    () => failure(500),
    () => failure(503),
  );
  await expectOneResult();
  expect(pauses).toEqual([500, 2_000]);
  expect(bot.log).toEqual([]);
  mend();
});

proves('result-cut', async () => {
  const mend = breakFirst(isResult, () => 'cut');
  await expectOneResult();
  mend();
});

proves('outage', async () => {
  const { id, release } = await standing(bot);
  const mend = bot.breakRequests(() => failure(500));
  const asked = [bot.driver.runCommand('ask', { question }), bot.driver.runCommand('demo', quick)];
  // Both answers are tried four times, and so is the word that something went wrong.
  await vi.waitFor(() => expect(pauses).toHaveLength(16), 60_000);
  bot.driver.passTime(patience);
  const failed = await Promise.all(asked);
  expect(failed.map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(bot.log.length).toBeGreaterThan(0);
  // Discord is well again while the bot pauses after the first try to send the result.
  let goOn = () => {};
  hold = new Promise((resolve) => (goOn = resolve));
  pauses.length = 0;
  release();
  await vi.waitFor(() => expect(pauses).toEqual([500]), 60_000);
  mend();
  goOn();
  expect(picturesOf(await ended(bot, id))).toHaveLength(1);
  await expectOneAnswer();
  await expectOneResult();
});

proves('late-callback', async () => {
  const before = new Set(bot.driver.messages().map(({ id }) => id));
  const mend = breakFirst(isCallback, async (_, forward) => {
    bot.driver.passTime(patience);
    return forward();
  });
  const { state } = await bot.driver.runCommand('demo', quick);
  expect(state).toBe('failed');
  const posted = await bot.driver.waitFor((messages) =>
    messages.find(
      (one) =>
        !before.has(one.id) && picturesOf(one).length > 0 && one.type === MessageType.Default,
    ),
  );
  expect(textOf(posted)).toContain('For <@310000000000000001>');
  expect(bot.driver.pings(posted.id)).toEqual({ everyone: false, users: [], roles: [] });
  expect(bot.log).toEqual([expect.stringMatching(/^\/demo: [^\n]*3 s[^\n]*$/)]);
  mend();
  await expectOneAnswer();
});
