import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadConfig, type Config } from '../src/config.ts';
import { settingNames } from './setting-names.ts';

const token = 'MTAxMjM0NTY3ODkwMTIzNDU2Nzg5.GAbCdE.abcdefghijklmnopqrstuvwxyz0123456789_-';

function valid(env?: Record<string, string>): Config {
  const loaded = loadConfig(env);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.config;
}

function problems(env?: Record<string, string>): readonly string[] {
  const loaded = loadConfig(env);
  return loaded.ok ? [] : loaded.problems;
}

test('without any setting there are defaults, and no token', () => {
  expect(valid({})).toEqual({
    discordToken: undefined,
    discordGuildId: undefined,
    shards: undefined,
    discordApiUrl: undefined,
    discordFilesUrl: 'https://cdn.discordapp.com',
    quickChartUrl: undefined,
    lstmEngine: 'auto',
    playgroundPort: 4747,
    demoWorkers: expect.toSatisfy((workers) => workers >= 1 && workers <= 4),
    demoQueue: 300,
    demoQueuePerUser: 2,
    demoQueuePerServer: 6,
    demoDeadlineSeconds: 120,
    redisUrl: undefined,
    // The playground's misses are not worth keeping.
    missesDatabaseUrl: ':memory:',
    missesDatabaseToken: undefined,
    logLevel: 'info',
    logFormat: 'auto',
    metricsAddress: undefined,
  });
});

test('every setting is read, without spaces around it', () => {
  const env = {
    DISCORD_TOKEN: ` ${token} `,
    DISCORD_GUILD_ID: '123456789012345678',
    SHARDS: ' 10-19/40',
    DISCORD_API_URL: 'http://127.0.0.1:9000/api/',
    DISCORD_FILES_URL: 'http://127.0.0.1:9000/',
    QUICKCHART_URL: 'https://charts.example.org',
    LSTM_ENGINE: 'tfjs',
    PLAYGROUND_PORT: '0',
    DEMO_WORKERS: ' 3',
    DEMO_QUEUE: '0',
    DEMO_QUEUE_PER_USER: '1',
    DEMO_QUEUE_PER_SERVER: '10',
    DEMO_DEADLINE_SECONDS: '600',
    REDIS_URL: ' rediss://:secret@redis.example.org:6380 ',
    MISSES_DATABASE_URL: ' libsql://misses.example.org ',
    MISSES_DATABASE_TOKEN: 'secret',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    METRICS_ADDRESS: '127.0.0.1:9464',
  };
  expect(valid(env)).toEqual({
    discordToken: token,
    discordGuildId: '123456789012345678',
    shards: { first: 10, last: 19, of: 40 },
    discordApiUrl: 'http://127.0.0.1:9000/api',
    discordFilesUrl: 'http://127.0.0.1:9000',
    quickChartUrl: 'https://charts.example.org',
    lstmEngine: 'tfjs',
    playgroundPort: 0,
    demoWorkers: 3,
    demoQueue: 0,
    demoQueuePerUser: 1,
    demoQueuePerServer: 10,
    demoDeadlineSeconds: 600,
    redisUrl: 'rediss://:secret@redis.example.org:6380',
    missesDatabaseUrl: 'libsql://misses.example.org',
    missesDatabaseToken: 'secret',
    logLevel: 'warn',
    logFormat: 'json',
    metricsAddress: { host: '127.0.0.1', port: 9464 },
  });
});

test('with a token, misses are kept in a file beside the bot', () => {
  expect(valid({ DISCORD_TOKEN: token }).missesDatabaseUrl).toMatch(/^file:.*data.misses\.db$/);
});

test('a setting that is empty or blank counts as not set', () => {
  const names = settingNames();
  expect(names).toHaveLength(19);
  for (const blank of ['', '  '])
    expect(valid(Object.fromEntries(names.map((name) => [name, blank])))).toEqual(valid({}));
});

test('every problem is told at once, one line each that names the setting', () => {
  const lines = problems({
    DISCORD_TOKEN: 'Bot secret',
    DISCORD_GUILD_ID: 'my server',
    SHARDS: '0-40/40',
    DISCORD_API_URL: 'discord.com',
    QUICKCHART_URL: 'ftp://quickchart.io',
    LSTM_ENGINE: 'pytorch',
    PLAYGROUND_PORT: '65536',
    DEMO_WORKERS: '0',
    DEMO_QUEUE: '-1',
    DEMO_QUEUE_PER_USER: '0',
    DEMO_QUEUE_PER_SERVER: 'six',
    DEMO_DEADLINE_SECONDS: '1.5',
    MISSES_DATABASE_URL: 'misses.db',
    // The bot logs nothing at such a level, and so would show no more than usual.
    LOG_LEVEL: 'debug',
    LOG_FORMAT: 'xml',
    METRICS_ADDRESS: '9464',
  });
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'DISCORD_TOKEN',
    'DISCORD_GUILD_ID',
    'SHARDS',
    'DISCORD_API_URL',
    'QUICKCHART_URL',
    'LSTM_ENGINE',
    'PLAYGROUND_PORT',
    'DEMO_WORKERS',
    'DEMO_QUEUE',
    'DEMO_QUEUE_PER_USER',
    'DEMO_QUEUE_PER_SERVER',
    'DEMO_DEADLINE_SECONDS',
    'MISSES_DATABASE_URL',
    'LOG_LEVEL',
    'LOG_FORMAT',
    'METRICS_ADDRESS',
  ]);
  expect(lines.filter((line) => line.includes('\n') || !line.includes(' must be '))).toEqual([
    expect.stringContaining('DISCORD_TOKEN is not a bot token'),
  ]);
  expect(lines[7]).toBe('DEMO_WORKERS must be a whole number from 1 to 64.');
});

test.each(['0-0/1', '0-9/40', '39-39/40'])('%s is a range of shards', (text) => {
  expect(problems({ SHARDS: text, MISSES_DATABASE_URL: ':memory:' })).toEqual([]);
});

test.each(['auto', '0/40', '0-9', '9-0/40', '0-40/40', '-1-9/40', '0-9/0', '0 - 9 / 40'])(
  '%s is none, and a sentence says what to write',
  (text) => {
    expect(problems({ SHARDS: text, MISSES_DATABASE_URL: ':memory:' })).toEqual([
      'SHARDS must be a range of shards and how many there are, such as 0-9/40; they are counted from 0, so the last of 40 is 39.',
    ]);
  },
);

test.each([{}, { MISSES_DATABASE_URL: 'file:data/misses.db' }])(
  'processes with a range each can not keep a database in a file of their own: %o',
  (database) => {
    expect(problems({ DISCORD_TOKEN: token, SHARDS: '0-9/40', ...database })).toEqual([
      'MISSES_DATABASE_URL must be the address of a libSQL server where SHARDS is set, because the processes share one database.',
    ]);
  },
);

test.each([
  ['a quoted token', `"${token}"`],
  ['a prefix', `Bot ${token}`],
  ['a placeholder', 'your-token-here'],
  ['the public key', '0123456789abcdef'.repeat(4)],
  ['two parts', 'MTAxMjM0NTY3ODkwMTIzNDU2Nzg5.GAbCdE'],
])('%s is not a token', (_, text) => {
  expect(problems({ DISCORD_TOKEN: text })).toHaveLength(1);
});

test.each(['1e3', '0x10', '١٢', '12 34', '99999999999999999999', 'NaN'])(
  'the number %s is refused',
  (text) => {
    expect(problems({ DEMO_QUEUE: text })).toHaveLength(1);
  },
);

test('no problem repeats a value: a token may stand in the wrong place', () => {
  const secret = 'hunter2.hunter2';
  const names = settingNames();
  const lines = problems(Object.fromEntries(names.map((name) => [name, secret])));
  // All but the token of the database, which may be any text.
  expect(lines).toHaveLength(18);
  expect(lines.join('\n')).not.toContain('hunter2');
});

test.each([
  ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
  ['localhost:0', { host: 'localhost', port: 0 }],
  ['[::1]:9464', { host: '::1', port: 9464 }],
])('%s is an address', (text, address) => {
  expect(valid({ METRICS_ADDRESS: text }).metricsAddress).toEqual(address);
});

test.each(['9464', ':9464', '127.0.0.1', '127.0.0.1:65536', 'http://127.0.0.1:9464', '::1:9464'])(
  '%s is none',
  (text) => {
    expect(problems({ METRICS_ADDRESS: text })).toHaveLength(1);
  },
);

describe('the file .env', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'seedling-'));
    // A thread has no folder of its own to change into.
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    for (const name of ['DISCORD_TOKEN', 'DEMO_QUEUE', 'DEMO_WORKERS']) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('is read, and stays out of the environment that others see', () => {
    writeFileSync(path.join(folder, '.env'), `DISCORD_TOKEN=${token}\n`);
    expect(valid().discordToken).toBe(token);
    // oxlint-disable-next-line node/no-process-env -- what leaks is what is tested
    expect(process.env['DISCORD_TOKEN']).toBeUndefined();
  });

  test('yields to the environment, also to an empty variable', () => {
    writeFileSync(
      path.join(folder, '.env'),
      `DISCORD_TOKEN=${token}\nDEMO_QUEUE=5\nDEMO_WORKERS=2\n`,
    );
    vi.stubEnv('DISCORD_TOKEN', '');
    vi.stubEnv('DEMO_QUEUE', '7');
    expect(valid()).toMatchObject({ discordToken: undefined, demoQueue: 7, demoWorkers: 2 });
  });

  test('may be missing, but not unreadable', () => {
    expect(problems()).toEqual([]);
    mkdirSync(path.join(folder, '.env'));
    expect(problems()).toEqual(["The file .env can't be read (EISDIR)."]);
  });
});
