import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { ended, quick } from '../faults/demo.ts';
import { startMonitor } from '../../src/monitor/index.ts';

const anyPort = { host: '127.0.0.1', port: 0 };

let bot: Bot;
let address: string;
beforeAll(async () => {
  bot = await startBot({ metricsAddress: anyPort, demoWorkers: 1, demoQueue: 0 });
  address = `http://127.0.0.1:${bot.metrics()?.port}`;
});
afterAll(() => bot.close());

const get = async (path: string, init?: RequestInit) => {
  const response = await fetch(address + path, init);
  return { status: response.status, text: await response.text() };
};

/** The value of a sample such as `name{label="x"}`. */
async function sample(name: string): Promise<number | undefined> {
  const { text } = await get('/metrics');
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ')[1]);
}

test('what happens is counted: acknowledgements, answers, demos by cause and outcome, refusals', async () => {
  await bot.command('ask', { question: 'Why does my LSTM give different results every time?' });
  await bot.command('ask', { question: 'How do I bake bread?' });
  const [first, second] = await Promise.all([
    bot.driver.runCommand('demo', quick),
    // Another seed: who asks for the same demo shares its run.
    bot.driver.runCommand('demo', { ...quick, seed: 'another' }),
  ]);
  await ended(bot, first?.acknowledgement?.messageId);
  await ended(bot, second?.acknowledgement?.messageId);
  await bot.driver.autocomplete('cause', { name: 'd' }, 'name');

  expect(await sample('seedling_acknowledgement_seconds_count{kind="command"}')).toBe(4);
  await vi.waitFor(async () =>
    expect(await sample('seedling_acknowledgement_seconds_count{kind="suggestions"}')).toBe(1),
  );
  expect(await sample('seedling_answers_total{verdict="unknown"}')).toBe(1);
  expect(await sample('seedling_demo_seconds_count{cause="dropout",outcome="done"}')).toBe(1);
  expect(await sample('seedling_demo_refusals_total{reason="busy-all"}')).toBe(1);
  expect(await sample('seedling_demos_waiting')).toBe(0);
  expect(await sample('seedling_gateway_connected')).toBe(1);
  expect(await sample('process_resident_memory_bytes')).toBeGreaterThan(1e7);
});

test('nothing that is measured tells about people', async () => {
  const { text } = await get('/metrics');
  const labels = text.match(/\{[^}]*\}/g)?.join('\n') ?? '';
  expect(labels).not.toMatch(/\d{17,}/);
  expect(labels).not.toMatch(/LSTM|bread|Ada/);
});

test('healthy is only who is connected to Discord and can run demos', async () => {
  expect(await get('/healthz')).toEqual({
    status: 200,
    text: '{"status":"ok","gateway":true,"shards":{"ready":1,"of":1},"demos":true}',
  });
  bot.gateway.cut();
  await vi.waitFor(async () =>
    expect(await get('/healthz')).toEqual({
      status: 503,
      text: '{"status":"unhealthy","gateway":false,"shards":{"ready":0,"of":1},"demos":true}',
    }),
  );
  await vi.waitFor(async () => expect((await get('/healthz')).status).toBe(200), 60_000);
});

test('demos that can not run are no health', async () => {
  const demos = { running: 0, waiting: 0, works: false };
  const shards = { ready: 1, of: 1, started: true };
  const state = () => ({ discord: { gateway: true, shards }, demos });
  const monitor = await startMonitor(anyPort, { state });
  const response = await fetch(`http://127.0.0.1:${monitor.address.port}/healthz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: 'unhealthy' });
  await monitor.close();
});

test('nothing else is there, and nothing can be sent', async () => {
  expect((await get('/')).status).toBe(404);
  expect((await get('/healthz', { method: 'POST' })).status).toBe(405);
});

test('a worker tells of its demos and nothing of Discord', async () => {
  const demos = { running: 1, waiting: 0, works: true };
  const monitor = await startMonitor(anyPort, { state: () => ({ demos }) });
  const at = `http://127.0.0.1:${monitor.address.port}`;
  expect(await (await fetch(`${at}/healthz`)).json()).toEqual({ status: 'ok', demos: true });
  const metrics = await (await fetch(`${at}/metrics`)).text();
  expect(metrics).toContain('seedling_demos_running 1');
  expect(metrics).not.toContain('seedling_gateway_connected');
  await monitor.close();
});

test('where other machines run demos, it is told how all of them stand, or nothing while that is not known', async () => {
  let isThere = true;
  const everywhere = () =>
    Promise.resolve(
      isThere ? { waiting: 7, running: 2, oldestSeconds: 3.5, workers: { a: 2, b: 0 } } : undefined,
    );
  const state = () => ({ demos: { running: 0, waiting: 0, works: true } });
  const monitor = await startMonitor(anyPort, { state, everywhere });
  const metrics = async () =>
    await (await fetch(`http://127.0.0.1:${monitor.address.port}/metrics`)).text();
  const known = await metrics();
  expect(known).toContain('seedling_all_demos_waiting 7');
  expect(known).toContain('seedling_all_demos_running 2');
  expect(known).toContain('seedling_all_demos_oldest_seconds 3.5');
  expect(known).toContain('seedling_worker_demos_running{worker="a"} 2');
  expect(known).toContain('seedling_worker_demos_running{worker="b"} 0');
  isThere = false;
  expect(await metrics()).not.toMatch(/^seedling_(all|worker)_demos/m);
  await monitor.close();
});
