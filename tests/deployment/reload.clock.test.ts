import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { picturesOf, textOf } from '../end-to-end/read.ts';
import { quick } from '../faults/demo.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { startProcess, type BotProcess } from '../wire/process.ts';
import { copyProject } from './copy.ts';

const hold = ['--import', pathToFileURL(join(projectRoot, 'tests/wire/hold.mjs')).href];
/** The machine itself: a process that does nothing is held for as long as others keep it from the processor. */
const idle = spawn(process.execPath, [...hold, '-e', 'setInterval(() => {}, 1000)']);

let discord: Discord;
let bot: BotProcess;
const { folder, remove } = copyProject();
beforeAll(async () => {
  discord = await startDiscord();
  bot = await startProcess(
    discord,
    { DEMO_WORKERS: '1', NODE_OPTIONS: hold.join(' ') },
    { folder },
  );
  // Whatever traditional Chinese needs is loaded once.
  await read('zh-TW');
});
afterAll(async () => {
  idle.kill();
  await bot.leave();
  await discord.close();
  remove();
});

/** What people read of the page on dropout. */
async function read(locale: 'en-US' | 'zh-TW'): Promise<string> {
  const { acknowledgement } = await discord.driver.runCommand(
    'cause',
    { name: 'dropout', private: true },
    { locale },
  );
  const message = discord.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  return message ? textOf(message) : '';
}

/** Of this process, since it was last asked. */
async function heldMs(child: ChildProcess): Promise<number> {
  const said = once(child.stdout ?? child, 'data') as Promise<[Buffer]>;
  child.kill('SIGUSR2');
  const [line] = await said;
  return Number(/held (\d+) ms/.exec(line.toString())?.[1]);
}

test('while the content is read again, an interaction every 100 ms is answered, and the gateway is never held for long', async () => {
  const page = join(folder, 'content/en/dropout.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^title: .*$/m, 'title: A new title'));
  // A word of src/words, in the line that says when the page applies.
  appendFileSync(join(folder, 'content/zh-TW.yaml'), '\n訓練: 訓練測試\n');
  await Promise.all([heldMs(bot.child), heldMs(idle)]);

  bot.child.kill('SIGHUP');
  const asked = [];
  while (!bot.output().includes('The content is read again') || asked.length < 20) {
    asked.push(discord.driver.runCommand('help'));
    await setTimeout(100);
  }
  const [held, ofMachine] = await Promise.all([heldMs(bot.child), heldMs(idle)]);

  const states = (await Promise.all(asked)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['acknowledged']));
  console.log(`Held for at most ${held} ms; an idle process meanwhile for ${ofMachine} ms.`);
  expect(held).toBeLessThan(50 + ofMachine);
  expect(await read('en-US')).toContain('A new title');
  expect(await read('zh-TW')).toMatch(/^-# .*訓練測試/m);
});

test('a demo takes the new terms too, though its child started before', async () => {
  const { driver } = discord;
  const options = { ...quick, private: true };
  const { acknowledgement } = await driver.runCommand('demo', options, { locale: 'zh-TW' });
  const told = await driver.waitFor((messages) =>
    messages.find((one) => one.id === acknowledgement?.messageId && picturesOf(one).length > 0),
  );
  expect(textOf(told)).toContain('訓練測試好的模型');
});

test('content that is broken is told, and people go on reading the last that was good', async () => {
  const page = join(folder, 'content/en/dropout.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^title: .*$/m, 'title: ""'));
  bot.child.kill('SIGHUP');
  await bot.says(/content\/en\/dropout\.md:\d+ title: .*\n.*The content is as it was/);
  expect(await read('en-US')).toContain('A new title');
});
