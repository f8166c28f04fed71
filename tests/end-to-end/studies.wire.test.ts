import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, filesOf, picturesOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1, demoQueue: 1 });
});
afterAll(() => bot.close());

const finished = (id: string | undefined): Promise<APIMessage> =>
  bot.driver.waitFor(
    (messages) =>
      messages.find(
        (one) => one.id === id && buttonsOf(one).some(({ label }) => label.startsWith('Delete')),
      ),
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
  [{ cause: 'all', seed: '7' }, 'All of them together', 'time step', 61],
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

test('nothing went wrong on the way, and Discord refused nothing', () => {
  expect(bot.log).toEqual([]);
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
});
