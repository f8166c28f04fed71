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
