import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { startDiscord } from '../wire/discord.ts';
import { startProcess } from '../wire/process.ts';

const list = pathToFileURL(join(projectRoot, 'tests/wire/loaded.mjs')).href;

const loadedIn = (output: string): string[] => output.match(/^loaded .*$/gm) ?? [];

/** What takes long to load, and what only a child process or a setting needs. */
const notAtTheStart = [
  /node_modules\/(@tensorflow|@napi-rs\/canvas|chart\.js|quickchart-js|yaml|prom-client|opencc-js|bullmq|ioredis)/,
  /\/src\/(content|lstm\/tfjs|library\/make|monitor)|packages\/playground/,
];

test('the process that holds the gateway loads neither what trains, nor what draws, nor what learns, nor what converts', async () => {
  const discord = await startDiscord();
  const bot = await startProcess(discord, { DEMO_WORKERS: '1', NODE_OPTIONS: `--import ${list}` });
  await bot.leave();
  const loaded = loadedIn(bot.output());
  expect(loaded.some((line) => line.endsWith('/src/library/index.js'))).toBe(true);
  expect(loaded.filter((line) => notAtTheStart.some((what) => what.test(line)))).toEqual([]);
  await discord.close();
});

/** The packages that a built script loads before it has anything to do, or to answer that. */
function packagesOf(script: string, args: readonly string[] = []): string[] {
  const file = join(projectRoot, 'dist/src', script);
  // A child ends at once: it has no parent.
  const { stdout } = spawnSync(process.execPath, ['--import', list, file, ...args], {
    env: {},
    encoding: 'utf8',
  });
  const names = loadedIn(stdout).map(
    (line) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(line)?.[1],
  );
  return [...new Set(names.filter((name) => name !== undefined))].toSorted();
}

const trains = ['seedrandom', 'workerpool'];
const parses = [
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/javascript',
  '@lezer/lr',
  '@lezer/python',
];

test.each([
  ['a child that trains', 'jobs/demo-child.js', [], trains],
  ['a child that draws, before its first chart,', 'jobs/draw-child.js', [], trains],
  [
    'a child that looks files through',
    'jobs/examiner-child.js',
    [],
    [...parses, 'papaparse', ...trains],
  ],
  ['npm run health', 'cli/health.js', [], ['dotenv']],
])('%s loads its packages and no others', (_, script, args, packages) => {
  expect(packagesOf(script, args)).toEqual(packages);
});
