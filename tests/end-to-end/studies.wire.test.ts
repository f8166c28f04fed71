import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, filesOf, isPrivate, picturesOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1, demoQueue: 1 });
});
afterAll(() => bot.close());

const finished = (id: string | undefined): Promise<APIMessage> =>
  bot.driver.waitFor(
    (messages) => messages.find((one) => one.id === id && picturesOf(one).length > 0),
    { user: 'ada', withinMs: 90_000 },
  );

async function run(options: Record<string, string | number>) {
  const { acknowledgement } = await bot.driver.runCommand('demo', options);
  return finished(acknowledgement?.messageId);
}

async function press(message: APIMessage, label: string) {
  const { acknowledgement } = await bot.driver.press(message.id, buttonOf(message, label));
  return acknowledgement?.messageId;
}

describe.each([
  [{ cause: 'butterfly', runs: 2, seed: '7' }, 'Same weights twice', 'epoch', 61],
  [{ cause: 'all', seed: '7' }, 'all causes together', 'time step', 61],
  [{ cause: 'steadier', runs: 40, seed: '7' }, 'Average of 20', 'time step', 61],
  [{ cause: 'compare', runs: 3, seed: '7' }, 'Runs needed', 'pair', 4],
] as const)('/demo %j', (options, words, firstColumn, lines) => {
  let message: APIMessage;
  beforeAll(async () => {
    message = await run(options);
  });

  test('posts its finding and one chart with alt text; a demo without a page has no button for one', () => {
    expect(textOf(message)).toContain(words);
    const [picture, ...others] = picturesOf(message);
    expect(others).toEqual([]);
    expect(picture?.description?.length).toBeGreaterThan(100);
    expect(buttonsOf(message).map(({ label }) => label)).not.toContain('Explain this cause');
  });

  test('gives its numbers as CSV', async () => {
    const id = await press(message, 'Get the raw data (CSV)');
    const data = await bot.driver.waitFor((all) => all.find((one) => one.id === id));
    const csv = await (await fetch(filesOf(data)[0]?.url ?? '')).text();
    expect(csv.startsWith(`${firstColumn},`)).toBe(true);
    expect(csv.trim().split('\r\n')).toHaveLength(lines);
  });

  test('gives the same bytes when its replay code is pasted', async () => {
    const [, code = ''] = /Replay code `([^`]+)`/.exec(textOf(message)) ?? [];
    expect(textOf(await run({ cause: code }))).toContain('Identical bytes');
  });
});

describe('/compare', () => {
  const asked = { setting: 'window', a: '6', b: '24', runs: 6, seed: '7' };
  let message: APIMessage;
  beforeAll(async () => {
    const { acknowledgement } = await bot.driver.runCommand('compare', asked);
    message = await finished(acknowledgement?.messageId);
  }, 100_000);

  test('posts its verdict, one chart with alt text, and what was compared', () => {
    expect(textOf(message)).toContain('Window length: 24 is better than 6 here');
    expect(textOf(message)).toContain('Window length 6 or 24 · 6 runs · seed `7`');
    expect(picturesOf(message)[0]?.description).toContain('95% interval');
  });

  test('keeps both values when the same seed or a new one is run', async () => {
    const again = await finished(await press(message, 'Check it yourself'));
    expect(textOf(again)).toContain('Identical bytes');
    const fresh = await finished(await press(message, 'Run a new seed'));
    expect(textOf(fresh)).toMatch(/Replay code `compare\.window\.6\.24\.6\.\d+\.k\d+\./);
  }, 100_000);

  test('gives its replay code to /demo, and its errors as CSV', async () => {
    const [, code = ''] = /Replay code `([^`]+)`/.exec(textOf(message)) ?? [];
    expect(textOf(await run({ cause: code }))).toContain('Identical bytes');
    const id = await press(message, 'Get the raw data (CSV)');
    const data = await bot.driver.waitFor((all) => all.find((one) => one.id === id));
    const csv = await (await fetch(filesOf(data)[0]?.url ?? '')).text();
    expect(csv.split('\r\n')[0]).toBe('pair,window 6,window 24,difference');
  }, 100_000);

  test('is private from beginning to end where that is asked for', async () => {
    const { acknowledgement } = await bot.driver.runCommand('compare', { ...asked, private: true });
    expect(isPrivate(await finished(acknowledgement?.messageId))).toBe(true);
  }, 100_000);
});

test('nothing went wrong on the way, and Discord refused nothing', () => {
  expect(bot.log).toEqual([]);
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
});
