import { Redis } from 'ioredis';
import { openJobs, type Jobs } from '../../src/jobs/index.ts';
import { startRedis, type RedisServer } from '../../tests/redis.ts';
import { startProcess, type BotProcess } from '../../tests/wire/process.ts';
import { percentile } from './figures.ts';
import { load } from './load.ts';

/** How many workers there are, how many demos are wanted at once of them, and how many are handed over one by one. */
export interface MachinesSettings {
  readonly workers: readonly number[];
  readonly demos: number;
  readonly oneByOne: number;
}

/** With so many workers of one demo at a time each; with none, the bot runs one at a time itself. */
export interface WithWorkers {
  readonly workers: number;
  readonly results: number;
  readonly demosASecond: number;
  /** Of the commands, all sent at once, and of /ask while demos wait; in milliseconds. */
  readonly acknowledged99Ms: number;
  readonly asked99Ms: number;
  /** The processor time of Redis a demo, in milliseconds. */
  readonly redisMs: number;
}

export interface Overhead {
  /** The median time of a small demo, by the children of this process and by another process over Redis, in milliseconds. */
  readonly hereMs: number;
  readonly thereMs: number;
}

/** Demos of many people at once, by nobody but the bot itself and then by more and more workers. */
export async function loadMachines({ workers, demos }: MachinesSettings): Promise<WithWorkers[]> {
  const measured: WithWorkers[] = [];
  for (const count of [0, ...workers]) measured.push(await withWorkers(count, demos));
  return measured;
}

async function withWorkers(count: number, demos: number): Promise<WithWorkers> {
  const redis = count > 0 ? await startRedis() : undefined;
  const machines = await Promise.all(
    Array.from({ length: count }, () => startWorker(redis as RedisServer)),
  );
  try {
    const before = redis ? await workOf(redis) : 0;
    const seen = await load({
      demos,
      users: demos / 3,
      servers: Math.ceil(demos / 12),
      workers: 1,
      options: { cause: 'dropout' },
      askEveryMs: 20,
      withinMs: 600_000,
      // So that all of them wait.
      env: {
        DEMO_QUEUE: '1000',
        DEMO_QUEUE_PER_USER: '10',
        DEMO_QUEUE_PER_SERVER: '100',
        ...(redis && { REDIS_URL: redis.url }),
      },
    });
    const ended = seen.stories.filter(({ end }) => end === 'result').map(({ endedAt }) => endedAt);
    const redisMs = redis ? ((await workOf(redis)) - before) / demos : 0;
    return {
      workers: count,
      results: ended.length,
      demosASecond: ended.length / ((Math.max(...ended) - seen.since) / 1000),
      acknowledged99Ms: percentile(
        seen.stories.map(({ acknowledgedMs }) => acknowledgedMs),
        0.99,
      ),
      asked99Ms: percentile(seen.asks, 0.99),
      redisMs,
    };
  } finally {
    await Promise.all(machines.map((machine) => machine.leave()));
    await redis?.stop();
  }
}

/** What handing a demo over costs: the same small demos in turn, by a child of ours and by a worker. */
export async function overheadOf({ oneByOne }: MachinesSettings): Promise<Overhead> {
  const redis = await startRedis();
  const worker = await startWorker(redis);
  const settings = { workers: 1, warm: 1, maxWaiting: 10, deadlineSeconds: 60 };
  const here = await openJobs(settings);
  const there = await openJobs({ ...settings, redisUrl: redis.url });
  try {
    const times: { here: number; there: number }[] = [];
    // The first of each warms up.
    for (let at = -2; at < oneByOne; at++) {
      const time = { here: await timeOf(here, at), there: await timeOf(there, at) };
      if (at >= 0) times.push(time);
    }
    return {
      hereMs: percentile(
        times.map((time) => time.here),
        0.5,
      ),
      thereMs: percentile(
        times.map((time) => time.there),
        0.5,
      ),
    };
  } finally {
    await Promise.all([here.close(), there.close()]);
    await worker.leave();
    await redis.stop();
  }
}

async function timeOf(jobs: Jobs, seed: number): Promise<number> {
  const since = performance.now();
  const parameters = { cause: 'dropout', variant: 'inference', runs: 2, seed: `${seed}` } as const;
  const { kind } = await (await jobs.submit({ parameters, locale: 'en' })).outcome;
  if (kind !== 'done') throw new Error(`A demo ended as ${kind}.`);
  return performance.now() - since;
}

const startWorker = ({ url }: RedisServer): Promise<BotProcess> =>
  startProcess(
    { token: '', apiUrl: '' },
    { REDIS_URL: url, DEMO_WORKERS: '1' },
    { script: 'dist/src/worker.js', until: /worker is ready/ },
  );

/** The processor time that Redis took so far, in milliseconds. */
async function workOf({ url }: RedisServer): Promise<number> {
  const redis = new Redis(url);
  const info = await redis.info('cpu');
  redis.disconnect();
  const seconds = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1]);
  return (seconds('used_cpu_user') + seconds('used_cpu_sys')) * 1000;
}
