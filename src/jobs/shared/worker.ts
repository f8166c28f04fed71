import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { UnrecoverableError, Worker } from 'bullmq';
import type { Log } from '../../log.ts';
import type { DemoTask } from '../demo.ts';
import type { Progress } from '../job.ts';
import type { Jobs } from '../jobs.ts';
import { connectPatiently, prefix } from '../../redis/index.ts';
import { cancelChannel, queueName, usualTiming, type Timing } from './names.ts';
import { writeOutcome } from './outcome.ts';
import { keep } from './results.ts';
import { sharedTurns } from './turns.ts';

export interface TakingOptions {
  readonly url: string;
  /** How many it does at the same time. */
  readonly workers: number;
  readonly log: Log;
  readonly timing?: Timing;
}

export interface Taking {
  /** By which `Look` names it. */
  readonly name: string;
  /** Resolves when it is known to the others and takes demos. */
  readonly ready: Promise<unknown>;
  /** True while Redis is there. */
  works(): boolean;
  /** Takes no more; resolves when those that it does have ended. */
  close(): Promise<void>;
}

/** In milliseconds. More often nobody sees. */
const progressEvery = 200;
const aliveEvery = 3_000;
/** The limits are those of whoever asks. */
const none = { all: Infinity, user: Infinity, server: Infinity };

/** Takes demos that others ask for, and has them run here. */
export function takeJobs(
  jobs: Jobs,
  { url, workers, log, timing = usualTiming }: TakingOptions,
): Taking {
  const name = `${hostname()}-${randomUUID().slice(0, 8)}`;
  const redis = connectPatiently(url, log);
  const listening = connectPatiently(url);
  const turns = sharedTurns(redis, none);

  const worker = new Worker<DemoTask, number>(
    queueName,
    // BullMQ hands over the signal only to a function that names three arguments.
    async (job, _token, signal) => {
      const id = job.id ?? '';
      await turns.begin(id);
      const report = throttled(
        (progress) => void job.updateProgress({ ...progress }).catch(() => {}),
      );
      const running = await jobs.submit(job.data, { onProgress: report });
      const cancel = () => running.cancel();
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted) cancel();
      const outcome = await running.outcome;
      if (outcome.kind !== 'done') throw new UnrecoverableError(writeOutcome(outcome));
      const { result, milliseconds } = outcome;
      await keep(redis, id, { result, milliseconds });
      return milliseconds;
    },
    {
      connection: redis,
      prefix,
      name,
      concurrency: workers,
      lockDuration: timing.lockMs,
      stalledInterval: timing.stalledMs,
      // A demo that ends one machine may have had bad luck; one that ends two is given up.
      maxStalledCount: 1,
      // So long it waits after Redis was away.
      runRetryDelay: aliveEvery,
    },
  );
  worker.on('error', () => {});
  // Another has it by now, or Redis has forgotten it: nobody waits for ours.
  worker.on('lockRenewalFailed', (ids) => ids.forEach((id) => worker.cancelJob(id)));
  const cancel = (_channel: string, id: string) => void worker.cancelJob(id);
  listening.on('message', cancel);
  const subscribed = listening.subscribe(cancelChannel);
  const sayAlive = () => turns.alive(name);
  const timer = setInterval(() => void sayAlive().catch(() => {}), aliveEvery);
  const ready = Promise.all([subscribed, worker.waitUntilReady(), sayAlive()]);
  ready.catch(() => {});

  return {
    name,
    ready,
    works: () => redis.status === 'ready',
    async close() {
      clearInterval(timer);
      // Without Redis there is nobody to tell, and what it does can't be handed over.
      if (redis.status === 'ready') {
        await turns.gone(name).catch(() => {});
        await worker.close();
      } else void worker.close(true).catch(() => {});
      for (const each of [redis, listening]) each.disconnect();
    },
  };
}

/** The first at once, then at most one in a while; the last one said is told, too. */
function throttled(tell: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < progressEvery && progress.done < progress.total) return;
    last = now;
    tell(progress);
  };
}
