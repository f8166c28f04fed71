import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { file } from './checking.ts';
import { buttonOf, buttonsOf, picturesOf, textOf } from './read.ts';

/** Demos on a series that somebody sends along. */
let bot: Bot;
beforeAll(async () => {
  // The machine may be busy: reading a file may take its time here.
  bot = await startBot({}, {}, { examineSeconds: 60 });
});
afterAll(() => bot.close());

const lines = Array.from({ length: 90 }, (_, i) => `${i % 16},${(i * 7) % 5}`);
const series = file('series.csv', ['wave,steps', ...lines].join('\n'));
const by = { user: 'ben' } as const;
const demo = async (options: Parameters<Bot['driver']['runCommand']>[1]) =>
  over((await bot.driver.runCommand('demo', options, by)).acknowledgement?.messageId);
const over = (id: string | undefined) =>
  bot.driver.waitFor(
    (all) =>
      all.find(
        (one) =>
          one.id === id &&
          ((one.flags ?? 0) & MessageFlags.Loading) === 0 &&
          !buttonsOf(one).some(({ label }) => label === 'Cancel this run'),
      ),
    by,
  );
const asked = { cause: 'dropout', variant: 'inference', runs: 2, seed: '7' };
let result: APIMessage;

test('asks for a column where there are several', async () => {
  const told = await demo({ ...asked, data: series });
  expect(textOf(told)).toContain('choose one with “column”, wave, steps.');
});

test('says how the series was used, and its code names it', async () => {
  result = await demo({ ...asked, data: series, column: 'wave' });
  expect(picturesOf(result)).toHaveLength(1);
  expect(textOf(result)).toContain('Your series (90 values)');
  expect(textOf(result)).toMatch(/dropout\.inference\.2\.7\.~[0-9a-f]{8}-90\./);
  expect(buttonsOf(result).map(({ label }) => label)).not.toContain('Run it on your machine');
});

test('is repeated from memory by a press, to the same bytes', async () => {
  const { acknowledgement } = await bot.driver.press(
    result.id,
    buttonOf(result, 'Check it yourself'),
    by,
  );
  expect(textOf(await over(acknowledgement?.messageId))).toContain('identical');
});

test('without its file, or with another one, says which file the code needs', async () => {
  const code = `dropout.inference.2.7.~0123abcd-90.k2.0123456789ab`;
  const gone = await demo({ cause: code });
  expect(textOf(gone)).toContain('`0123abcd` with 90 values');
  const other = await demo({ cause: code, data: series, column: '2' });
  expect(textOf(other)).toContain('needs another series');
});

test('is refused where the demo makes its own series, and for a hostile file', async () => {
  const unfit = await demo({ cause: 'data-set', variant: 'shift', data: series });
  expect(textOf(unfit)).toContain('`all ranking`');
  const hostile = file('series.csv', Buffer.alloc(500_000, '[,;"'));
  expect(picturesOf(await demo({ ...asked, data: hostile }))).toHaveLength(0);
});
test('nothing of a series is in the log', () => {
  expect(bot.log).toEqual([]);
});
