import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemo, type DemoParameters } from '../../src/demos/index.ts';
import { createJobs, type Jobs, type JobsOptions, type Progress } from '../../src/jobs/index.ts';
import { createEngine } from '../../src/lstm/index.ts';
import { collectLog } from '../log.ts';

const parameters: DemoParameters = {
  cause: 'dropout',
  variant: 'inference',
  runs: 3,
  seed: '7',
};
const settings = { workers: 1, maxWaiting: 2, deadlineSeconds: 30 };
let jobs: Jobs;

beforeAll(() => {
  jobs = createJobs({ ...settings, warm: 1 });
});
afterAll(() => jobs.close());

async function withJobs<Value>(options: Partial<JobsOptions>, use: (jobs: Jobs) => Promise<Value>) {
  const own = createJobs({ ...settings, ...options });
  try {
    return await use(own);
  } finally {
    await own.close();
  }
}

test('a demo in a child gives the same bytes as in this process, and its chart', async () => {
  const progress: Progress[] = [];
  const job = await jobs.submit(
    { parameters, locale: 'en' },
    { onProgress: (each) => progress.push(each) },
  );
  const outcome = await job.outcome;
  expect(outcome).toMatchObject({
    kind: 'done',
    result: {
      result: await runDemo(await createEngine(), parameters),
      altText: expect.stringContaining('3 calls'),
      story: { finding: expect.stringContaining('dropout') },
    },
  });
  expect(outcome.kind === 'done' && outcome.result.png.subarray(1, 4).toString()).toBe('PNG');
  expect(progress.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('the bytes are the same, whether one process computes a demo or three', async () => {
  const demos = [
    { cause: 'initial-weights', variant: 'retrain', runs: 5, seed: '7' },
    { cause: 'hyperparameters', variant: 'clipping', runs: 2, seed: '7' },
    { cause: 'compare', variant: 'window', runs: 3, seed: '7' },
    { cause: 'butterfly', variant: 'one-bit', runs: 3, seed: '7' },
  ] as const;
  const engine = await createEngine();
  await withJobs({ workers: 3, warm: 3 }, async (own) => {
    for (const divided of demos) {
      const told: Progress[] = [];
      const watch = { onProgress: (each: Progress) => told.push(each) };
      const { outcome } = await own.submit({ parameters: divided, locale: 'en' }, watch);
      expect(await outcome).toMatchObject({
        kind: 'done',
        result: { result: await runDemo(engine, divided) },
      });
      expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
    }
  });
}, 30_000);

test("the chart is told in the reader's language", async () => {
  const { outcome } = await jobs.submit({ parameters, locale: 'zh-CN' });
  expect(await outcome).toMatchObject({
    result: { altText: expect.stringMatching(/\p{sc=Han}/u) },
  });
});

test('a chart host that is down is logged by the bot, and the chart is drawn all the same', async () => {
  const { log, lines } = collectLog();
  const options = { quickChartUrl: 'http://127.0.0.1:9', log };
  const outcome = await withJobs(
    options,
    async (own) => (await own.submit({ parameters, locale: 'en' })).outcome,
  );
  expect(outcome).toMatchObject({ kind: 'done' });
  expect(lines).toEqual([expect.stringContaining('QUICKCHART_URL')]);
});

/** A chart host that answers nobody until it is closed; `asked` resolves when somebody waits for it. */
async function startSlowHost() {
  const host = createServer();
  const asked = once(host, 'request');
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  const { port } = host.address() as AddressInfo;
  const close = () => (host.close(), host.closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, asked, close };
}

test('a chart that takes long holds up nobody: the next demo is trained meanwhile', async () => {
  const host = await startSlowHost();
  await withJobs({ quickChartUrl: host.url }, async (own) => {
    const first = await own.submit({ parameters, locale: 'en' });
    await host.asked;
    const progress: Progress[] = [];
    const second = await own.submit(
      { parameters: { ...parameters, seed: '8' }, locale: 'en' },
      { onProgress: (each) => progress.push(each) },
    );
    await expect.poll(() => progress.at(-1)).toEqual({ done: 6, total: 6 });
    expect(own.state()).toMatchObject({ running: 2, waiting: 0 });
    host.close();
    for (const { outcome } of [first, second])
      expect(await outcome).toMatchObject({ kind: 'done' });
  });
});

test('a demo can be cancelled while its chart is drawn', async () => {
  const host = await startSlowHost();
  await withJobs({ quickChartUrl: host.url }, async (own) => {
    const job = await own.submit({ parameters, locale: 'en' });
    await host.asked;
    job.cancel();
    expect(await job.outcome).toEqual({ kind: 'cancelled' });
    host.close();
    const next = await own.submit({ parameters, locale: 'en' });
    expect(await next.outcome).toMatchObject({ kind: 'done' });
  });
});

test('training can be cancelled between two runs', async () => {
  const long = { ...parameters, cause: 'initial-weights', variant: 'retrain', runs: 20 } as const;
  const job = await jobs.submit(
    { parameters: long, locale: 'en' },
    { onProgress: () => job.cancel() },
  );
  expect(await job.outcome).toEqual({ kind: 'cancelled' });
  const next = await jobs.submit({ parameters, locale: 'en' });
  expect(await next.outcome).toMatchObject({ kind: 'done' });
});

test('what can’t end within the deadline is refused beforehand, with the largest number of runs that can', async () => {
  await withJobs({}, async (own) => {
    const parametersOf = (runs: number) => {
      const form = { cause: 'compare', variant: 'training-steps' } as const;
      return { ...form, values: [200, 1000] as const, runs, seed: '7' };
    };
    const ask = (runs: number) => own.submit({ parameters: parametersOf(runs), locale: 'en' });
    // Nothing is measured yet: everybody may try.
    expect((await (await ask(7)).outcome).kind).toBe('done');
    const { refusal } = await ask(200);
    expect(refusal).toMatchObject({ kind: 'too-long', mostSeconds: 30 });
    const { runs } = refusal?.kind === 'too-long' ? refusal : {};
    expect(runs).toBeGreaterThan(7);
    expect(runs).toBeLessThan(200);
  });
});
