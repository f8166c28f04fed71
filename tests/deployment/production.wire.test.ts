import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { picturesOf, textOf } from '../end-to-end/read.ts';
import { ended, quick } from '../faults/demo.ts';
import { proves } from '../faults/proves.ts';
import { isAlive } from '../jobs/fixtures/pool.ts';
import { descendantsOf } from '../wire/descendants.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { startProcess, type BotProcess } from '../wire/process.ts';
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
});
afterAll(async () => {
  await discord.close();
  production.remove();
  rmSync(data, { recursive: true });
});

const start = (env: Record<string, string>, until?: RegExp) => {
  const { folder } = production;
  const within = isConfined ? [...asNobody, folder] : [];
  const settings = { folder, within, ...(until && { until }) };
  return startProcess(discord, { DEMO_WORKERS: '1', ...env }, settings);
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

/** One that trains and one that draws are there, once a demo could run; stopped: then no demo can end. */
function stopDemoProcesses(pid = 0): readonly number[] {
  const both = descendantsOf(pid);
  expect(both).toHaveLength(2);
  for (const child of both) process.kill(child, 'SIGSTOP');
  return both;
}

const askHealth = (env: Record<string, string>) =>
  spawnSync(process.execPath, [join(production.folder, 'dist/src/cli/health.js')], {
    env,
    encoding: 'utf8',
  });

/** Its warnings and errors, but for what it may say of this Node.js. */
const complaints = (process: BotProcess): string[] =>
  (process.output().match(/"level":"(warn|error)"[^\n]*/g) ?? []).filter(
    (line) => !line.includes('past its end of life'),
  );

let bot: BotProcess;

test('it holds nothing that only makers need, and the page for whoever has no token is there all the same', async () => {
  const { folder } = production;
  const unwanted = ['node_modules/esbuild', 'packages/playground/src', 'dist/tools', 'dist/tests'];
  expect(unwanted.filter((path) => existsSync(join(folder, path)))).toEqual([]);
  const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((path) => /bench|\.ts$/.test(path))).toEqual([]);

  const child = spawn(process.execPath, [join(folder, 'dist/src/main.js')], {
    cwd: folder,
    env: { PLAYGROUND_PORT: '0', DEMO_WORKERS: '1', LOG_LEVEL: 'error' },
  });
  let said = '';
  for await (const chunk of child.stdout) if ((said += String(chunk)).includes('ready')) break;
  const [address = ''] = /http:\S+/.exec(said) ?? [];
  const page = await (await fetch(address)).text();
  const parts = [...page.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path,
  );
  expect(parts.length).toBeGreaterThanOrEqual(2);
  for (const path of parts) {
    const response = await fetch(new URL(path ?? '', address));
    expect(response.status, path).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(1000);
  }
  child.kill();
  await once(child, 'exit');
});

test('the compiled bot runs with the packages for production alone, from a read-only folder, as nobody; it checks itself, tells its health, and reads the content again on SIGHUP', async () => {
  const env = {
    METRICS_ADDRESS: `127.0.0.1:${await freePort()}`,
    MISSES_DATABASE_URL: `file:${join(data, 'misses.db')}`,
  };
  expect(askHealth(env)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('ECONNREFUSED'),
  });
  bot = await start(env);
  for (const what of ['content', 'engine', 'charts', 'fonts', 'database'])
    expect(bot.output()).toMatch(new RegExp(`"msg":"Check ${what}: [^"]+"`));
  expect(bot.output()).not.toContain('FAILED');
  expect(complaints(bot)).toEqual([]);

  const { acknowledgement } = await discord.driver.runCommand('demo', quick);
  expect(picturesOf(await ended(discord, acknowledgement?.messageId))).toHaveLength(1);
  expect(askHealth(env)).toMatchObject({ status: 0, stdout: expect.stringContaining('"ok"') });

  bot.child.kill('SIGHUP');
  await bot.says(/The content is read again/);
});

proves('sigterm', async () => {
  const demoProcesses = stopDemoProcesses(bot.child.pid);
  const asked = await Promise.all([1, 2].map(() => discord.driver.runCommand('demo', quick)));
  expect(await bot.leave()).toBe(0);
  // It gives up after 9 s, and would say so.
  expect(bot.output()).not.toContain('Not everything could be ended in time');
  for (const { acknowledgement: { messageId } = {} } of asked) {
    const told = discord.driver.messages().find(({ id }) => id === messageId);
    expect(told && textOf(told)).toContain('I am being restarted');
  }
  expect(bot.output()).toContain('SIGTERM: leaving');
  expect(demoProcesses.filter(isAlive)).toEqual([]);
});

proves('second-signal', async () => {
  bot = await start({});
  stopDemoProcesses(bot.child.pid);
  await discord.driver.runCommand('demo', quick);
  const mend = discord.breakRequests(() => new Promise(() => {}));
  bot.child.kill('SIGTERM');
  await bot.says(/leaving/);
  bot.child.kill('SIGINT');
  // Else it would wait until it gives up, and end with 0.
  await once(bot.child, 'exit');
  expect(bot.child.exitCode).toBe(1);
  mend();
});

proves('sigterm-in-start', async () => {
  const mend = discord.breakRequests(({ path }) =>
    path.endsWith('/gateway/bot') ? new Promise(() => {}) : undefined,
  );
  bot = await start({ LOG_LEVEL: 'info' }, /^/);
  const asked = () => discord.requests.filter(({ path }) => path.endsWith('/gateway/bot')).length;
  const before = asked();
  await vi.waitFor(() => expect(asked()).toBe(before + 1), 60_000);
  expect(await bot.leave()).toBe(0);
  expect(bot.output()).toMatch(/SIGTERM: leaving/);
  expect(bot.output()).toContain('Everything is ended');
  expect(bot.output()).not.toMatch(/FAILED|is ready|"level":"error"/);
  mend();
});

test('a token that is taken back ends it with 1, and the line names the setting', async () => {
  bot = await start({});
  discord.gateway.end(GatewayCloseCodes.AuthenticationFailed);
  await bot.says(/DISCORD_TOKEN is not valid any more/);
  await once(bot.child, 'exit');
  expect(bot.child.exitCode).toBe(1);
});

proves('native-broken', async () => {
  const { folder } = production;
  const name = join(folder, 'node_modules/@tensorflow/tfjs-node');
  mkdirSync(name);
  const aborts = join(projectRoot, 'tests/lstm/fixtures/native/aborts.cjs');
  cpSync(aborts, join(name, 'index.js'));
  const reason =
    /installed @tensorflow\/tfjs-node is not used: it ends the process that loads it \(SIGABRT\): The TensorFlow library was compiled to use AVX/;
  const call = ['floating-point', '--variant', 'engines', '--json'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'dist/src/cli/demo.js'), ...call],
    { encoding: 'utf8', cwd: folder },
  );
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ engines: ['kernel', 'tfjs-wasm', 'tfjs-cpu'] });
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(reason)]);

  bot = await start({});
  const options = { cause: 'floating-point', variant: 'engines' };
  const { acknowledgement } = await discord.driver.runCommand('demo', options);
  expect(picturesOf(await ended(discord, acknowledgement?.messageId))).toHaveLength(1);
  // Once; a busy machine may have more to say.
  expect(complaints(bot).filter((line) => reason.test(line))).toHaveLength(1);
  expect(await bot.leave()).toBe(0);
  rmSync(name, { recursive: true });
});

test('what is missing or can not be written is said at the start, by file and setting, and the rest works', async () => {
  rmSync(join(production.folder, 'node_modules/@fontsource-variable/noto-sans-sc'), {
    recursive: true,
  });
  bot = await start({ MISSES_DATABASE_URL: 'file:/proc/misses.db' });
  expect(bot.output()).toMatch(
    /Check fonts FAILED: The font file [^"]*noto-sans-sc[^"]* is missing\./,
  );
  expect(bot.output()).toMatch(/Check database FAILED: MISSES_DATABASE_URL/);
  const question = 'Why does my LSTM give different results every time?';
  const { acknowledgement } = await discord.driver.runCommand('ask', { question });
  const answer = discord.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
  expect(answer && textOf(answer)).toContain('If the weights are unchanged');
  expect(await bot.leave()).toBe(0);
});
