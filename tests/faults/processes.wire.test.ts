import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, vi } from 'vitest';
import type { Services } from '../../commands/index.ts';
import { startClient } from '../../src/discord/index.ts';
import { createPool, type PoolOptions } from '../../src/jobs/pool.ts';
import { realServices } from '../commands/fake-conversation.ts';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { buttonOf, isPrivate, picturesOf, textOf } from '../end-to-end/read.ts';
import type { Found, Order } from '../jobs/fixtures/child.ts';
import { fixture } from '../jobs/fixtures/pool.ts';
import { collectLog } from '../log.ts';
import { descendantsOf } from '../wire/descendants.ts';
import { startDiscord } from '../wire/discord.ts';
import { startProcess } from '../wire/process.ts';
import { livingChildren, startedSoFar } from './children.ts';
import { ended, quick, standing } from './demo.ts';
import { proves } from './proves.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const broke = /^\*\*The run broke off/;

/** In seconds. Nobody waits for it: a test advances the clock. */
const deadline = 60;

describe('a bot with real demos', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ demoWorkers: 1, demoDeadlineSeconds: deadline });
  });
  afterAll(() => bot.close());

  async function expectNextDemo(run: () => ReturnType<Bot['driver']['runCommand']>) {
    const { acknowledgement } = await run();
    expect(picturesOf(await ended(bot, acknowledgement?.messageId))).toHaveLength(1);
  }

  proves('child-killed', async () => {
    const { id } = await standing(bot);
    for (const child of livingChildren()) child.kill('SIGKILL');
    const message = await ended(bot, id);
    expect(textOf(message)).toMatch(broke);
    expect(bot.log).toEqual([expect.stringContaining('SIGKILL')]);
    await expectNextDemo(() => bot.driver.press(id, buttonOf(message, 'Run it again')));
  });

  proves('child-hung', async () => {
    await expectNextDemo(() => bot.driver.runCommand('demo', quick));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { id, release } = await standing(bot).finally(() => {
      vi.advanceTimersByTime(deadline * 1000);
      vi.useRealTimers();
    });
    expect(textOf(await ended(bot, id))).toContain(`**Stopped after ${deadline} seconds`);
    // The one that draws stood still too.
    release();
    await expectNextDemo(() => bot.driver.runCommand('demo', quick));
  });
});

/** A bot whose demos are whatever `order` says, in real children. */
async function botWithPool(order: () => Order, options: Partial<PoolOptions>) {
  const { log, lines } = collectLog();
  const discord = await startDiscord();
  const pool = createPool<Order, Found>({
    script: fixture('child'),
    workers: 1,
    maxWaiting: 10,
    deadlineSeconds: 20,
    log,
    ...options,
  });
  const submit = (_task: unknown, watch: Parameters<typeof pool.submit>[1]) =>
    pool.submit(order(), watch);
  const services: Services = {
    ...realServices(),
    // Its results are no demos, but no demo here has a result.
    jobs: { submit } as unknown as Services['jobs'],
  };
  const started = await startClient(
    { token: discord.token, apiUrl: discord.apiUrl },
    services,
    log,
  );
  if (!started.ok) throw new Error(started.problem);
  closing.push(
    () => pool.close(),
    () => started.bot.close(),
    () => discord.close(),
  );
  const run = async (): Promise<APIMessage> => {
    const { acknowledgement } = await discord.driver.runCommand('demo', quick);
    const id = acknowledgement?.messageId;
    return discord.driver.waitFor((all) =>
      all.find((one) => one.id === id && (isPrivate(one) || textOf(one).startsWith('**'))),
    );
  };
  return { discord, run, log: lines };
}

proves('child-out-of-memory', async () => {
  const orders: Order[] = [{ do: 'hoard' }, { do: 'throw', message: 'it ran' }];
  const { run, log } = await botWithPool(() => orders.shift() ?? { do: 'look' }, { memory: 64 });
  expect(textOf(await run())).toMatch(broke);
  expect(log).toEqual([expect.stringMatching(/SIGABRT[^]*heap/)]);
  await run();
  expect(log[1]).toContain('it ran');
});

proves('children-exit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-child-'));
  const obstacle = join(folder, 'obstacle');
  const script = join(folder, 'child.ts');
  writeFileSync(obstacle, '');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    script,
    `import { existsSync } from 'node:fs';
    if (existsSync(${JSON.stringify(obstacle)})) process.exit(7);
    await import(${JSON.stringify(pathToFileURL(fixture('child')).href)});`,
  );
  closing.push(() => rmSync(folder, { recursive: true }));
  const order: Order = { do: 'throw', message: 'it ran' };
  const { discord, run, log } = await botWithPool(() => order, { script, backoff: { first: 50 } });
  const before = startedSoFar();
  const since = performance.now();
  expect(textOf(await run())).toMatch(/^\*\*No demo can run right now/);
  const refused = await Promise.all(Array.from({ length: 20 }, run));
  for (const message of refused) expect(textOf(message)).toMatch(/^\*\*No demo can run right now/);
  // Pauses of 50, 100, 200 ms ...: not one start for each demo.
  const most = 2 + Math.log2((performance.now() - since) / 50 + 1);
  expect(startedSoFar() - before).toBeLessThanOrEqual(most);
  expect(log.join('\n')).toContain('3 demo processes in a row ended by themselves');

  const asked = await discord.driver.runCommand('ask', { question: 'my dropout differs' });
  expect(asked.state).toBe('acknowledged');
  rmSync(obstacle);
  await expect.poll(async () => textOf(await run()), { timeout: 60_000 }).toMatch(broke);
  expect(log.at(-1)).toContain('it ran');
});

proves('killed-in-reveal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-lesson-'));
  const discord = await startDiscord();
  const start = () =>
    startProcess(discord, {
      DEMO_WORKERS: '1',
      MISSES_DATABASE_URL: `file:${join(folder, 'kept.db')}`,
    });
  let bot = await start();
  closing.push(
    async () => void (await bot.leave()),
    () => discord.close(),
    () => rmSync(folder, { recursive: true }),
  );
  const { driver } = discord;
  const find = (says: string) => () =>
    driver.messages().find((message) => !isPrivate(message) && textOf(message).includes(says));
  const teacher = { user: 'chen' } as const;
  await driver.runCommand('lesson start', { name: 'trained-twice' }, teacher);
  const { id, ...question } = await driver.waitFor(find('1 of 4'));
  const press = (label: string, user: 'ada' | 'ben' | 'chen') =>
    driver.press(id, buttonOf({ id, ...question }, label), { user });
  await press('A', 'ada');
  await press('C', 'ben');
  await press('Reveal', 'chen');
  await driver.waitFor(find('The experiment runs now'));
  const all = [bot.child.pid ?? 0, ...descendantsOf(bot.child.pid ?? 0)];
  bot.child.kill('SIGKILL');
  await expect.poll(() => all.filter(isAlive), { timeout: 10_000 }).toEqual([]);

  bot = await start();
  await press('Reveal', 'chen');
  const result = await driver.waitFor(find('C is right'));
  expect(picturesOf(result)[1]?.description).toMatch(/A: 1; B: 0; C.*: 1/);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
