import { Routes } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { textOf } from '../end-to-end/read.ts';
import type { Answer } from '../wire/proxy/index.ts';
import { proves } from './proves.ts';
import { smallBot } from './small-bot.ts';

const pauses: number[] = [];
/** How the bot's questions about its token wait, as long as a test wants. */
let hold = Promise.resolve();
const pause = (milliseconds: number) => {
  pauses.push(milliseconds);
  return hold;
};

let small: Awaited<ReturnType<typeof smallBot>>;
beforeAll(async () => {
  small = await smallBot({ pause });
});
afterAll(() => small.close());
let mend = () => {};
afterEach(() => mend());

const unauthorized: Answer = { status: 401, json: { message: '401: Unauthorized', code: 0 } };

/** A mention is answered with the bot's own token. */
async function mention(): Promise<string> {
  const { driver } = small.discord;
  const { id } = driver.say('@Seedling does shuffling the data change my outputs?');
  const answer = await driver.waitFor((messages) =>
    messages.find(({ message_reference: to }) => to?.message_id === id),
  );
  return textOf(answer);
}

const isPost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.startsWith('/channels/');

proves('one-401', async () => {
  let left = 1;
  mend = small.discord.breakRequests((request) =>
    isPost(request) && left-- > 0 ? unauthorized : undefined,
  );
  expect(await mention()).not.toBe('');
  expect(await mention()).not.toBe('');
  expect(pauses).toEqual([200]);
  expect(small.log).toEqual([]);
  expect(small.bot.isConnected()).toBe(true);
});

proves('route-401', async () => {
  mend = small.discord.breakRequests((request) => (isPost(request) ? unauthorized : undefined));
  let goOn = () => {};
  hold = new Promise((resolve) => (goOn = resolve));
  pauses.length = 0;
  small.discord.driver.say('@Seedling what is dropout?', { user: 'ben' });
  await vi.waitFor(() => expect(pauses).toEqual([200]));
  goOn();
  await vi.waitFor(() => expect(small.wholeLog.at(-1)).toMatch(/Discord knows the token/), 20_000);
  expect(small.log).toEqual([
    expect.stringMatching(/^Discord refused the bot's token[^\n]*$/),
    expect.stringMatching(/^a message: Discord refused the bot's token[^\n]*$/),
  ]);
  mend();
  expect(await mention()).not.toBe('');
  expect(small.bot.isConnected()).toBe(true);
});

proves('token-gone', async () => {
  mend = small.discord.breakRequests(() => unauthorized);
  small.discord.driver.say('@Seedling what is a seed?', { user: 'chen' });
  const asked = () => small.discord.requests.filter(({ path }) => path === Routes.user()).length;
  const before = asked();
  await vi.waitFor(() => expect(small.bot.isConnected()).toBe(false), 20_000);
  expect(await small.bot.ended).toEqual({
    why: expect.stringMatching(/^DISCORD_TOKEN is not valid any more\.[^\n]*$/),
    afterSession: false,
  });
  // Each question is asked twice, as every request is.
  expect(asked() - before).toBe(6);
  expect(small.bot.isConnected()).toBe(false);
});
