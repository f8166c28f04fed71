import { afterAll, beforeAll, describe, expect } from 'vitest';
import { wordsFor } from '../../src/words/index.ts';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { buttonOf, buttonsOf, isPrivate, picturesOf, textOf } from '../end-to-end/read.ts';
import { openMachines, timing, type Machines } from '../jobs/shared/network.ts';
import { hasRedis } from '../redis.ts';
import { ended, quick } from './demo.ts';
import { proves } from './proves.ts';

const { outcomes } = wordsFor('en').replies;
const long = { cause: 'initial-weights', runs: 200, seed: '7' };

const skip = hasRedis ? undefined : 'there is no redis-server';

describe('two bots and their workers', () => {
  let machines: Machines;
  let bot: Bot;
  let other: Bot;
  beforeAll(async () => {
    machines = await openMachines(1);
    const startOne = () => startBot({ redisUrl: machines.redis.url }, {}, { timing });
    [bot, other] = await Promise.all([startOne(), startOne()]);
  });
  afterAll(async () => {
    await Promise.all([bot.close(), other.close()]);
    await machines.close();
  });

  async function start({ driver }: Bot, options: typeof quick) {
    const { acknowledgement } = await driver.runCommand('demo', options);
    const id = acknowledgement?.messageId ?? '';
    const message = await driver.waitFor((messages) =>
      messages.find((one) => one.id === id && /training small LSTMs/.test(textOf(one))),
    );
    return { id, message };
  }

  let seed = 0;
  /** One that nobody has asked for: what is known needs no worker. */
  const another = () => ({ ...quick, seed: `new-${(seed += 1)}` });

  /** A quick demo that runs, once it can. */
  async function expectDemos() {
    await expect
      .poll(async () => {
        const { acknowledgement } = await bot.driver.runCommand('demo', another());
        return picturesOf(await ended(bot, acknowledgement?.messageId));
      })
      .toHaveLength(1);
  }

  async function expectRefusal() {
    const { message } = await bot.command('demo', another());
    expect([textOf(message), isPrivate(message)]).toEqual([
      expect.stringContaining(outcomes.unreachable),
      true,
    ]);
    const { message: answer } = await bot.command('ask', { question: 'why does my LSTM differ?' });
    expect(buttonsOf(answer).length).toBeGreaterThan(0);
  }

  proves(
    'worker-killed',
    async () => {
      const theirs = await start(other, long);
      const [busy = ''] = await machines.busy();
      const { name } = await machines.addWorker();
      const { id } = await start(bot, { ...long, runs: 40 });
      await machines.endWorker(name, 'SIGKILL');
      expect(await machines.busy()).toEqual([busy]);
      await bot.driver.waitFor((messages) =>
        messages.find(
          (one) => one.id === id && /the machine that ran it is gone/.test(textOf(one)),
        ),
      );
      await other.driver.press(theirs.id, buttonOf(theirs.message, 'Cancel this run'));
      expect(picturesOf(await ended(bot, id))).toHaveLength(1);
      expect(bot.driver.messages().map((one) => one.id)).toEqual([id]);
    },
    { skip },
  );

  proves(
    'redis-gone',
    async () => {
      const { id } = await start(bot, long);
      await machines.redis.stop();
      expect(textOf(await ended(bot, id))).toContain(outcomes.unreachable);
      await expectRefusal();
      await machines.redis.start();
      await expectDemos();
      expect(bot.log).toEqual([expect.stringContaining('REDIS_URL')]);
    },
    { skip },
  );

  proves(
    'no-worker',
    async () => {
      const names = machines.workers.map(({ name }) => name);
      for (const name of names) await machines.endWorker(name, 'SIGTERM');
      await expectRefusal();
      await machines.addWorker();
      await expectDemos();
    },
    { skip },
  );
});
