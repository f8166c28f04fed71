import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { textOf } from '../end-to-end/read.ts';
import { startDiscord } from '../wire/discord.ts';
import { startProcess } from '../wire/process.ts';
import { proves } from './proves.ts';

/** Six of them begin at once, the others five seconds later. The servers are in shards 3 and 4. */
const many = { shards: 12, maxConcurrency: 6 };

let bot: Bot;
beforeAll(async () => {
  const anyPort = { host: '127.0.0.1', port: 0 };
  bot = await startBot({ demoWorkers: 1, metricsAddress: anyPort }, many);
});
afterAll(() => bot.close());

const get = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${bot.metrics()?.port}${path}`);
  return { status: response.status, text: await response.text() };
};
const health = async () => {
  const { status, text } = await get('/healthz');
  return { code: status, ...(JSON.parse(text) as object) };
};

const answers = async (where: NonNullable<By['where']>) => {
  const { message } = await bot.command('ask', { question: 'my dropout differs' }, { where });
  expect(textOf(message)).toContain('Dropout');
};

proves('shards-start', async () => {
  await vi.waitFor(async () =>
    expect(await health()).toMatchObject({
      code: 503,
      status: 'starting',
      shards: { ready: 6, of: 12 },
    }),
  );
  for (const where of ['channel', 'elsewhere', 'dm'] as const) await answers(where);
  expect(await health()).toMatchObject({ status: 'starting', gateway: false });

  await vi.waitFor(() => expect(bot.wholeLog).toContain('All 12 shards are ready.'), 20_000);
  expect(await health()).toMatchObject({ code: 200, status: 'ok', shards: { ready: 12, of: 12 } });
  expect((await get('/metrics')).text).toContain('seedling_shards_ready 12\n');
  for (const where of ['channel', 'elsewhere', 'dm'] as const) await answers(where);
  // None came too soon: each began once.
  const begun = bot.gateway.heard.filter(({ op }) => op === GatewayOpcodes.Identify);
  expect(begun).toHaveLength(12);
});

proves('shard-dropped', async () => {
  const letIn = bot.gateway.refuse();
  bot.sessions.drop(3);
  await vi.waitFor(async () =>
    expect(await health()).toMatchObject({
      code: 503,
      status: 'unhealthy',
      shards: { ready: 11, of: 12 },
    }),
  );
  const asked = answers('channel');
  await answers('elsewhere');
  letIn();
  await asked;
  await vi.waitFor(async () => expect((await health()).code).toBe(200));
  const resumed = bot.gateway.heard.filter(({ op }) => op === GatewayOpcodes.Resume);
  expect(resumed).toHaveLength(1);
  expect(bot.log).toEqual([]);
});

proves('shard-ended', async () => {
  const discord = await startDiscord({ shards: 2, maxConcurrency: 2 });
  const alone = await startProcess(discord);
  await alone.says(/All 2 shards are ready/);
  const exited = new Promise((resolve) => alone.child.once('exit', resolve));
  discord.sessions.end(GatewayCloseCodes.DisallowedIntents, 1);
  // It is younger than five minutes, and waits: see leave.test.ts.
  await alone.says(/The process ends in/);
  alone.child.kill('SIGTERM');
  expect(await exited).toBe(1);
  expect(alone.output()).toContain(
    'Discord ended the connection of shard 1 for good (4014, DisallowedIntents).',
  );
  await discord.close();
});
