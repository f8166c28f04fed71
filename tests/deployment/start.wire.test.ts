import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { startDiscord } from '../wire/discord.ts';
import { startProcess } from '../wire/process.ts';

const list = pathToFileURL(join(projectRoot, 'tests/wire/loaded.mjs')).href;

/** What takes long to load, and what only a child process needs. */
const notAtTheStart =
  /node_modules\/(@tensorflow|@napi-rs\/canvas|chart\.js|quickchart-js)|dist\/src\/(lstm\/tfjs|library\/make)/;

test('the process that holds the gateway loads neither what trains, nor what draws, nor what learns', async () => {
  const discord = await startDiscord();
  const bot = await startProcess(discord, { DEMO_WORKERS: '1', NODE_OPTIONS: `--import ${list}` });
  const loaded = bot.output().match(/^loaded .*$/gm) ?? [];
  expect(loaded.some((line) => line.endsWith('dist/src/library/index.js'))).toBe(true);
  expect(loaded.filter((line) => notAtTheStart.test(line))).toEqual([]);
  await bot.leave();
  await discord.close();
}, 60_000);
