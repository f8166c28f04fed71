import { GatewayOpcodes, InteractionType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startApp, type App } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { openWorker, type Worker } from '../../src/jobs/index.ts';
import { quick, standing } from './demo.ts';
import { buttonOf, isOver, textOf } from '../end-to-end/read.ts';
import { collectLog } from '../log.ts';
import { hasRedis, startRedis, type RedisServer } from '../redis.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { proves } from './proves.ts';

const skip = hasRedis ? undefined : 'redis-server is not installed';

describe('two processes, each with one shard of two', () => {
  let discord: Discord;
  let redis: RedisServer;
  let worker: Worker;
  /** The first serves another server and direct messages, the second the study server. */
  let bots: App[];
  const { log, lines } = collectLog();

  beforeAll(async () => {
    if (!hasRedis) return;
    [discord, redis] = await Promise.all([
      startDiscord({ shards: 2, maxConcurrency: 1 }),
      startRedis(),
    ]);
    worker = await openWorker({
      workers: 1,
      maxWaiting: 9,
      deadlineSeconds: 60,
      redisUrl: redis.url,
    });
    await worker.ready;
    bots = await Promise.all(['0-0/2', '1-1/2'].map((range) => start(range)));
  });
  afterAll(async () => {
    if (!hasRedis) return;
    await Promise.all(bots.map((bot) => bot.close()));
    await worker.close();
    await redis.stop();
    await discord.close();
  });

  async function start(range: string): Promise<App> {
    const loaded = loadConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      SHARDS: range,
      REDIS_URL: redis.url,
      MISSES_DATABASE_URL: ':memory:',
      METRICS_ADDRESS: '127.0.0.1:0',
    });
    if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
    const started = await startApp(loaded.config, log);
    if (!started.ok) throw new Error(started.problems.join('\n'));
    return started.app;
  }

  const read = async (bot: App | undefined, path: string) =>
    (await fetch(`http://127.0.0.1:${bot?.metrics?.port}${path}`)).text();
  const answered = async (bot: App | undefined) => {
    const sample = /^seedling_acknowledgement_seconds_count\{kind="command"\} (\d+)$/m;
    return Number(sample.exec(await read(bot, '/metrics'))?.[1] ?? 0);
  };

  proves(
    'processes-start',
    async () => {
      for (const bot of bots)
        expect(JSON.parse(await read(bot, '/healthz'))).toMatchObject({
          status: 'ok',
          shards: { ready: 1, of: 1 },
        });
      const begun = discord.gateway.heard.filter(({ op }) => op === GatewayOpcodes.Identify);
      const [first, second] = begun.map(({ at, d }) => ({ at, ...(d as { shard: number[] }) }));
      expect(new Set([first?.shard[0], second?.shard[0]])).toEqual(new Set([0, 1]));
      // Five seconds, as far as this machine is quick to send them.
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(3_000);
      const registered = discord.requests.filter(({ method }) => method === 'PUT');
      expect(registered).toHaveLength(1);
    },
    { skip },
  );

  test.skipIf(!hasRedis)('each serves its servers, and the first one direct messages', async () => {
    for (const where of ['channel', 'elsewhere', 'dm'] as const)
      expect((await discord.driver.runCommand('help', {}, { where })).state).toBe('acknowledged');
    // Counted once Discord has taken the answer.
    await vi.waitFor(async () => expect(await Promise.all(bots.map(answered))).toEqual([2, 1]));
  });

  /** A press on a message of the study server that reaches the process of the other one, as it may while ranges change. */
  const pressElsewhere = (message: APIMessage, customId: string) =>
    discord.driver.sendRaw(
      {
        type: InteractionType.MessageComponent,
        message,
        data: { custom_id: customId, component_type: 2 },
      },
      { where: 'elsewhere' },
    );

  proves(
    'cancel-elsewhere',
    async () => {
      const { id, message, release } = await standing(discord, { ...quick, seed: 'another' });
      const cancel = buttonOf(message, 'Cancel this run');
      expect((await pressElsewhere(message, cancel)).state).toBe('acknowledged');
      const end = await discord.driver.waitFor((messages) =>
        messages.find((one) => one.id === id && isOver(one)),
      );
      release();
      expect(textOf(end)).toContain('Cancelled');
      // Once more: nobody has it any longer.
      await pressElsewhere(message, cancel);
      const told = discord.driver.messages().at(-1);
      expect(told && textOf(told)).toContain('over');
      expect(lines).toEqual([]);
    },
    { skip },
  );
});
