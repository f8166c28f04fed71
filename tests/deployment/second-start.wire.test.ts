import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesOf } from '../end-to-end/read.ts';
import { ended, quick } from '../faults/demo.ts';
import { descendantsOf } from '../wire/descendants.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { startProcess, type BotProcess } from '../wire/process.ts';
import { copyProject } from './copy.ts';

let discord: Discord;
let bot: BotProcess;
const { folder, remove } = copyProject();
const inFolder = (path: string) => join(folder, path);
beforeAll(async () => {
  discord = await startDiscord();
  bot = await startProcess(discord, { DEMO_WORKERS: '1' }, { folder });
});
afterAll(async () => {
  await bot.leave();
  await discord.close();
  remove();
});

/** A wrong port: it builds, starts, and ends at once with a line that says so. */
const startAgain = () =>
  spawnSync('npm', ['start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PLAYGROUND_PORT: 'wrong' },
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });

const built = () => statSync(inFolder('dist')).ino;

/** By a child that starts now. */
async function demonstrates(): Promise<boolean> {
  const children = () => descendantsOf(bot.child.pid ?? 0);
  const old = children();
  for (const child of old) process.kill(child, 'SIGKILL');
  // Until the bot knows that they are gone: a demo that it gave them before would be lost with them.
  while (children().some((child) => old.includes(child))) await setTimeout(20);
  const { acknowledgement } = await discord.driver.runCommand('demo', quick);
  return picturesOf(await ended(discord, acknowledgement?.messageId)).length === 1;
}

test('a second start builds nothing where nothing has changed', () => {
  const before = built();
  expect(startAgain().stderr).toContain('PLAYGROUND_PORT must be');
  expect(built()).toBe(before);
});

test('a second start that builds leaves the running bot its own code, for children that start later too', async () => {
  const before = built();
  appendFileSync(inFolder('src/main.ts'), `console.log('The changed one.');\n`);
  // So a demo of the running bot ends well only if its child runs what the bot itself was started from.
  appendFileSync(inFolder('src/jobs/demo-child.ts'), `throw new Error('The changed child.');\n`);
  expect(startAgain().stdout).toContain('The changed one.');
  expect(readFileSync(inFolder('dist/src/jobs/demo-child.js'), 'utf8')).toContain('changed child');
  expect(built()).not.toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(await demonstrates()).toBe(true);
  expect(bot.output()).not.toMatch(/"level":"error"/);
});

test('a build that fails says where, and the last one stays', async () => {
  const before = built();
  writeFileSync(inFolder('src/main.ts'), 'const broken: number = "";\n');
  const { status, stdout } = startAgain();
  expect(status).not.toBe(0);
  expect(stdout).toContain('src/main.ts');
  expect(built()).toBe(before);
  expect(await demonstrates()).toBe(true);
});

test('a dist that is a folder, as it once was, gives way to a link, and old builds go', async () => {
  const dist = inFolder('dist');
  const folderOf = realpathSync(dist);
  rmSync(dist);
  renameSync(folderOf, dist);
  writeFileSync(inFolder('src/main.ts'), `console.log('The third one.');\n`);
  expect(startAgain().stdout).toContain('The third one.');
  expect(lstatSync(dist).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(readdirSync(inFolder('builds')).length).toBeLessThanOrEqual(3);
  expect(await demonstrates()).toBe(true);
});
