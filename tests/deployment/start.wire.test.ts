import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { startDiscord } from '../wire/discord.ts';
import { startProcess } from '../wire/process.ts';

const list = pathToFileURL(join(projectRoot, 'tests/wire/loaded.mjs')).href;

/** What takes long to load, and what only a child process or a setting needs. */
const notAtTheStart = [
  /node_modules\/(@tensorflow|@napi-rs\/canvas|chart\.js|quickchart-js|yaml|prom-client|bullmq|ioredis)/,
  /\/src\/(content|lstm\/tfjs|jobs\/shared\/|library\/make|monitor)|packages\/playground/,
];

test('the process that holds the gateway loads neither what trains, nor what draws, nor what learns', async () => {
  const discord = await startDiscord();
  const bot = await startProcess(discord, { DEMO_WORKERS: '1', NODE_OPTIONS: `--import ${list}` });
  await bot.leave();
  const loaded = bot.output().match(/^loaded .*$/gm) ?? [];
  expect(loaded.some((line) => line.endsWith('/src/library/index.js'))).toBe(true);
  expect(loaded.filter((line) => notAtTheStart.some((what) => what.test(line)))).toEqual([]);
  await discord.close();
});
