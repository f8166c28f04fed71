import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';
import { openJobs, type Jobs } from '../../../src/jobs/index.ts';
import { lookAt } from '../../../src/jobs/shared/look.ts';
import { queueName } from '../../../src/jobs/shared/names.ts';
import { prefix } from '../../../src/redis/index.ts';
import { projectRoot } from '../../../src/root.ts';
import { startRedis, type RedisServer } from '../../redis.ts';

export interface WorkerProcess {
  readonly name: string;
  readonly child: ChildProcess;
}

/** Workers of our own, and a Redis between us and them. */
export interface Machines {
  readonly redis: RedisServer;
  readonly workers: readonly WorkerProcess[];
  addWorker(): Promise<WorkerProcess>;
  /** Ends the worker of that name; resolves to its exit code, null if the signal ended it. */
  endWorker(name: string, signal: NodeJS.Signals): Promise<number | null>;
  /** The names of the workers that run a demo. */
  busy(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Network extends Machines {
  /** As two bots have them. */
  readonly here: Jobs;
  readonly there: Jobs;
  /** What became of which job: `active 0123abcd`. */
  readonly happened: readonly string[];
}

/** Nobody waits long for what happens seldom. */
export const timing = { lockMs: 2_000, stalledMs: 500, lookMs: 100, graceMs: 500 };

export async function openMachines(count: number): Promise<Machines> {
  const redis = await startRedis();
  const workers: WorkerProcess[] = [];
  const addWorker = async () => {
    const worker = await startWorker(redis.url);
    workers.push(worker);
    return worker;
  };
  await Promise.all(Array.from({ length: count }, addWorker));
  const connection = new Redis(redis.url);
  connection.on('error', () => {});
  const queue = new Queue(queueName, { connection, prefix });
  queue.on('error', () => {});
  return {
    redis,
    workers,
    addWorker,
    async endWorker(name, signal) {
      const at = workers.findIndex((one) => one.name === name);
      const worker = workers[at];
      if (!worker) throw new Error(`There is no worker "${name}".`);
      workers.splice(at, 1);
      return end(worker.child, signal);
    },
    async busy() {
      const { workers: running } = await lookAt(queue, connection);
      return workers.map(({ name }) => name).filter((name) => (running[name] ?? 0) > 0);
    },
    async close() {
      connection.disconnect();
      await Promise.all(workers.map(({ child }) => end(child, 'SIGKILL')));
      await redis.stop();
    },
  };
}

/** The same with two processes that ask, though they are one here. */
export async function openNetwork(count: number): Promise<Network> {
  const machines = await openMachines(count);
  const redisUrl = machines.redis.url;
  const limits = { maxWaiting: 20, maxWaitingPerUser: 2 };
  const options = { workers: 1, deadlineSeconds: 60, ...limits, redisUrl, timing };
  const [here, there] = [await openJobs(options), await openJobs(options)];
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  const events = new QueueEvents(queueName, { connection, prefix });
  events.on('error', () => {});
  const happened: string[] = [];
  for (const what of ['active', 'completed', 'failed', 'stalled'] as const)
    events.on(what, ({ jobId }: { jobId: string }) => void happened.push(`${what} ${jobId}`));
  await events.waitUntilReady();
  return {
    ...machines,
    here,
    there,
    happened,
    async close() {
      await Promise.all([here.close(), there.close()]);
      await events.close();
      connection.disconnect();
      await machines.close();
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}

async function startWorker(url: string): Promise<WorkerProcess> {
  const script = join(projectRoot, 'tests/jobs/shared/worker.mjs');
  const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const [, name] = /ready as (\S+)/.exec(said) ?? [];
    if (name !== undefined) return { name, child };
  }
  throw new Error('A worker ended before it was ready.');
}
