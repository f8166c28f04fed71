import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesOf, textOf } from '../end-to-end/read.ts';
import { ended, quick } from '../faults/demo.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { startProcess } from '../wire/process.ts';
import { buildProduction } from './production.ts';

/** Runs what follows as nobody, without any right, in the folder `$0`, which is then read-only. */
const asNobody = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --bounding-set=-all -- "$@"',
];
const [program = '', ...confine] = asNobody;
const isConfined = spawnSync(program, [...confine, tmpdir(), 'true']).status === 0;
if (!isConfined)
  console.log(
    'SKIPPED: the read-only folder and the user nobody, because only root can make them here.',
  );

let discord: Discord;
let production: ReturnType<typeof buildProduction>;
let data: string;
beforeAll(async () => {
  discord = await startDiscord();
  production = buildProduction();
  data = mkdtempSync(join(tmpdir(), 'seedling-data-'));
  chmodSync(data, 0o777);
}, 60_000);
afterAll(async () => {
  await discord.close();
  production.remove();
  rmSync(data, { recursive: true });
});

const start = (env: Record<string, string>) => {
  const { folder } = production;
  const within = isConfined ? [...asNobody, folder] : [];
  return startProcess(discord, { DEMO_WORKERS: '1', ...env }, { built: true, folder, within });
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

test('the compiled bot runs with the packages for production alone, from a read-only folder, as nobody, and tells its health', async () => {
  const env = {
    METRICS_ADDRESS: `127.0.0.1:${await freePort()}`,
    MISSES_DATABASE_URL: `file:${join(data, 'misses.db')}`,
  };
  const bot = await start(env);
  expect(bot.output()).not.toMatch(/FAILED|"level":"(warn|error)"/);
  const { acknowledgement } = await discord.driver.runCommand('demo', quick);
  expect(picturesOf(await ended(discord, acknowledgement?.messageId))).toHaveLength(1);

  const askHealth = () =>
    spawnSync(process.execPath, [join(production.folder, 'dist/src/cli/health.js')], {
      env,
      encoding: 'utf8',
    });
  expect(askHealth()).toMatchObject({ status: 0, stdout: expect.stringContaining('"ok"') });
  expect(await bot.leave()).toBe(0);
  expect(askHealth()).toMatchObject({ status: 1, stderr: expect.stringContaining('ECONNREFUSED') });
}, 60_000);

test('what is missing or can not be written is said at the start, by file and setting, and the rest works', async () => {
  rmSync(join(production.folder, 'node_modules/@fontsource-variable/noto-sans-sc'), {
    recursive: true,
  });
  const bot = await start({ MISSES_DATABASE_URL: 'file:/proc/misses.db' });
  expect(bot.output()).toMatch(
    /Check fonts FAILED: The font file [^"]*noto-sans-sc[^"]* is missing\./,
  );
  expect(bot.output()).toMatch(/Check database FAILED: MISSES_DATABASE_URL/);
  const question = 'Why does my LSTM give different results every time?';
  const { acknowledgement } = await discord.driver.runCommand('ask', { question });
  const answer = discord.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  expect(answer && textOf(answer)).toContain('best first');
  expect(await bot.leave()).toBe(0);
}, 60_000);
