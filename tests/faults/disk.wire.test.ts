import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { startBot } from '../end-to-end/bot.ts';
import { picturesOf, textOf } from '../end-to-end/read.ts';
import { ended, quick } from './demo.ts';
import { proves } from './proves.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-disk-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function botWith(folder: string) {
  const bot = await startBot({ missesDatabaseUrl: `file:${join(folder, 'misses.db')}` });
  closing.push(() => bot.close());
  return bot;
}

type Bot = Awaited<ReturnType<typeof startBot>>;

/** Nothing of this is answered, so all of it would be counted. */
async function missThree(bot: Bot): Promise<void> {
  for (const question of ['capital of France?', 'how to bake bread', 'what is love']) {
    const { message } = await bot.command('ask', { question });
    expect(textOf(message)).toContain("I don't know");
  }
}

async function expectService(bot: Bot): Promise<void> {
  const { message } = await bot.command('ask', { question: 'my LSTM differs on every call' });
  expect(textOf(message)).toContain('Dropout');
  const { acknowledgement } = await bot.driver.runCommand('demo', quick);
  expect(picturesOf(await ended(bot, acknowledgement?.messageId))).toHaveLength(1);
}

const complaint = /^database: nothing can be kept now \([^\n]+\); answers go on\.$/;

proves('database-damaged', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'misses.db'), 'not a database '.repeat(1_000));
  const bot = await botWith(folder);
  await missThree(bot);
  await expectService(bot);
  expect(bot.log).toEqual([expect.stringMatching(complaint)]);
});

/** A disk of 256 KiB, if this machine lets us make one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk();

proves(
  'disk-full',
  async () => {
    const folder = disk ?? '';
    closing.push(() => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    });
    const ballast = join(folder, 'ballast');
    expect(() => writeFileSync(ballast, Buffer.alloc(2 ** 20))).toThrow('ENOSPC');
    const bot = await botWith(folder);
    await missThree(bot);
    await expectService(bot);
    expect(bot.log).toEqual([expect.stringMatching(complaint)]);
    rmSync(ballast);
    await missThree(bot);
    // Counting comes after the answer.
    await expect
      .poll(async () => {
        const { message } = await bot.command('misses list', {}, { user: 'chen' });
        const counts = [...textOf(message).matchAll(/(\d+) unanswered/g)];
        return counts.reduce((sum, [, count]) => sum + Number(count), 0);
      })
      .toBe(3);
    expect(bot.log).toHaveLength(1);
  },
  { skip: disk === undefined ? 'only root can mount a small disk' : undefined },
);
