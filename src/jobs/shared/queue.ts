import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { costOf } from '../../demos/index.ts';
import { messageOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { DemoTask, FinishedDemo } from '../demo.ts';
import type { Job, Progress, Refusal, Watch } from '../job.ts';
import type { Look } from '../jobs.ts';
import type { QueueLimits } from '../queue.ts';
import { finished, refused } from '../over.ts';
import { build } from './build.ts';
import { idOf } from './id.ts';
import { connectHastily, connectPatiently, patience, prefix } from '../../redis/index.ts';
import { cancelChannel, queueName, usualTiming, type Timing } from './names.ts';
import { lookAt } from './look.ts';
import { find } from './results.ts';
import { readOutcome } from './outcome.ts';
import { Runs, type Run } from './runs.ts';
import { sharedTurns, type SharedTurns } from './turns.ts';

export interface SharedQueueOptions {
  readonly url: string;
  readonly limits: QueueLimits;
  readonly log: Log;
  readonly timing?: Timing;
}

/** How a job ends that is there once it is added, and gone once it is over. */
const leavingNothing = { removeOnComplete: true, removeOnFail: true };
/** When Redis is back, workers that go on say so within 5 s: each tries every 2 s, and a sign of life comes every 3 s. */
const settleMs = 5_000;
/** BullMQ's last: `SharedTurns.order` puts it in its place. */
const last = 2_097_151;

/** The demos of this process that other machines run. */
export class SharedQueue {
  readonly #options: SharedQueueOptions;
  readonly #timing: Timing;
  readonly #process = randomUUID();
  readonly #redis: Redis;
  readonly #listening: Redis;
  readonly #queue: Queue<DemoTask>;
  readonly #events: QueueEvents;
  readonly #turns: SharedTurns;
  readonly #runs: Runs;
  readonly #looking: NodeJS.Timeout;
  #lostSince: number | undefined;
  #thereSince = 0;
  /** It is said once, and again when they were there meanwhile. */
  #missesWorkers = false;
  #closed = false;

  constructor(options: SharedQueueOptions) {
    this.#options = options;
    const { url, log, limits, timing = usualTiming } = options;
    this.#timing = timing;
    this.#runs = new Runs(log);
    this.#redis = connectHastily(url, log);
    this.#listening = connectPatiently(url);
    this.#queue = new Queue(queueName, { connection: this.#redis, prefix });
    this.#events = new QueueEvents(queueName, { connection: this.#listening, prefix });
    this.#turns = sharedTurns(this.#redis, limits);
    this.#redis.on('ready', () => (this.#thereSince = performance.now()));
    // Told once by the connection itself.
    this.#queue.on('error', () => {});
    this.#events.on('error', () => {});
    this.#events.on('active', ({ jobId }) => this.#runs.move(jobId, 0));
    this.#events.on('progress', ({ jobId, data }) => {
      this.#runs.move(jobId, 0);
      this.#runs.tell(jobId, ({ onProgress }) => onProgress?.(data as Progress));
    });
    this.#events.on('stalled', ({ jobId }) => this.#runs.tell(jobId, ({ onMoved }) => onMoved?.()));
    this.#events.on('completed', ({ jobId }) => void this.#finish(this.#runs.get(jobId)));
    this.#events.on(
      'failed',
      ({ jobId, failedReason }) => void this.#fail(this.#runs.get(jobId), failedReason),
    );
    this.#looking = setInterval(() => void this.#lookAtRuns(), timing.lookMs);
  }

  /** Resolves when Redis is there, or is not within a while: then it is waited for while the bot answers questions. */
  async opened(): Promise<void> {
    const isThere = this.#events.waitUntilReady().catch(() => {});
    await Promise.race([isThere, sleep(patience, undefined, { ref: false })]);
  }

  /** True while Redis is there. */
  works(): boolean {
    return !this.#closed && this.#redis.status === 'ready';
  }

  /** Those of this process. */
  count() {
    const places = this.#runs.all().map(({ place }) => place);
    const running = places.filter((place) => place === 0).length;
    return { running, waiting: places.length - running };
  }

  async look(): Promise<Look | undefined> {
    try {
      return await lookAt(this.#queue, this.#redis);
    } catch {
      return undefined;
    }
  }

  async submit(task: DemoTask, watch: Watch): Promise<Job<FinishedDemo>> {
    if (this.#closed) return refused({ kind: 'closed' });
    if (!this.works()) return refused({ kind: 'unreachable' });
    const id = idOf(task, build);
    try {
      const kept = watch.fresh ? undefined : await find(this.#redis, id);
      return kept ? finished({ kind: 'done', ...kept }) : await this.#enter(id, task, watch);
    } catch (error) {
      this.#options.log.warn(`A demo can't be handed to a worker: ${messageOf(error)}`);
      return refused({ kind: 'unreachable' });
    }
  }

  /** Ends all as `closed`. What nobody else asks for is cancelled. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#looking);
    const left = this.#runs.all();
    for (const run of left) this.#runs.settle(run, { kind: 'closed' });
    await Promise.all(left.map(({ id }) => this.#leave(id)));
    await Promise.allSettled([this.#events.close(), this.#queue.close()]);
    for (const each of [this.#redis, this.#listening]) each.disconnect();
  }

  /** Joins the run of that id, or has it begin. */
  async #enter(id: string, task: DemoTask, watch: Watch): Promise<Job<FinishedDemo>> {
    const mine = this.#runs.timesOf(id, watch);
    if (mine >= this.#options.limits.user)
      return refused({ kind: 'busy', scope: 'user', waiting: mine });
    // Before it is added, so that no event of it is lost.
    const { run, asker } = this.#runs.join(id, task, watch);
    try {
      const refusal = await this.#admit(run, watch);
      if (refusal) {
        this.#runs.leave(run, asker);
        return refused(refusal);
      }
    } catch (error) {
      this.#runs.leave(run, asker);
      throw error;
    }
    this.#runs.begin(run, asker);
    return {
      refusal: undefined,
      outcome: asker.outcome,
      position: () => run.place,
      wait: () => undefined,
      prefer: () => void this.#turns.prefer(id).catch(() => {}),
      cancel: () => {
        if (!run.askers.has(asker)) return;
        this.#runs.leave(run, asker);
        asker.settle({ kind: 'cancelled' });
        if (run.askers.size === 0) void this.#leave(id);
      },
    };
  }

  #withoutWorkers(): Refusal {
    const isSettled = performance.now() - this.#thereSince > settleMs;
    if (isSettled && !this.#missesWorkers) {
      this.#missesWorkers = true;
      this.#options.log.warn(
        `A demo can't be handed to a worker: none runs; "npm run worker" starts one`,
      );
    }
    return { kind: 'unreachable' };
  }

  async #admit(run: Run, { by }: Watch): Promise<Refusal | undefined> {
    const { id, task } = run;
    const cost = costOf(task.parameters, task.watch);
    const admitted = await this.#turns.admit(id, this.#process, by, cost);
    if (admitted === 'nobody') return this.#withoutWorkers();
    this.#missesWorkers = false;
    if (typeof admitted === 'object') return { kind: 'busy', ...admitted };
    if (admitted === 'new') {
      await this.#queue.add('demo', task, { jobId: id, priority: last, ...leavingNothing });
      await this.#turns.order();
    } else if (by?.goesFirst) await this.#turns.prefer(id);
    const [place = 0] = await this.#turns.places([id]);
    run.place = Math.max(0, place);
    return undefined;
  }

  /** This process no longer asks for it. If it was the last one, the job ends, wherever it is. */
  async #leave(id: string): Promise<void> {
    try {
      if ((await this.#turns.leave(id, this.#process)) > 0) return;
      // A worker holds a job that runs, so it can't be removed.
      await this.#queue.remove(id).catch(() => {});
      await this.#redis.publish(cancelChannel, id);
    } catch {
      // Without Redis, nothing is to be ended.
    }
  }

  async #finish(run: Run | undefined): Promise<void> {
    if (!run) return;
    const kept = await find(this.#redis, run.id).catch(() => undefined);
    this.#runs.settle(run, kept ? { kind: 'done', ...kept } : { kind: 'unreachable' });
  }

  async #fail(run: Run | undefined, reason: string): Promise<void> {
    if (!run) return;
    const outcome = readOutcome(reason);
    if (outcome.kind !== 'cancelled') return this.#runs.settle(run, outcome);
    // Others cancelled it, just as we joined them: we still want it.
    const refusal = await this.#admit(run, {}).catch(() => ({ kind: 'unreachable' }) as const);
    if (refusal) this.#runs.settle(run, refusal);
  }

  /** Finds out who has moved up, and what ended without our hearing of it. */
  async #lookAtRuns(): Promise<void> {
    const runs = this.#runs.all();
    if (runs.length === 0) return;
    try {
      const places = await this.#turns.places(runs.map(({ id }) => id));
      this.#lostSince = undefined;
      for (const [at, run] of runs.entries()) await this.#found(run, places[at] ?? -1);
    } catch {
      this.#lostSince ??= performance.now();
      if (performance.now() - this.#lostSince < this.#timing.graceMs) return;
      for (const run of runs) this.#runs.settle(run, { kind: 'unreachable' });
    }
  }

  async #found(run: Run, place: number): Promise<void> {
    run.missed = place < 0 ? run.missed + 1 : 0;
    if (place >= 0) this.#runs.move(run.id, place);
    // Twice: it may just be added, or its end on the way to us.
    else if (run.missed >= 2) await this.#finish(run);
  }
}
