import { silent, type Log } from '../log.ts';
import type { BackoffOptions } from './backoff.ts';
import type { Child } from './child.ts';
import { createChildren, type Children } from './children.ts';
import { runDivided, undivided, type Division, type Lender } from './crew.ts';
import { createEffort, type Effort } from './effort.ts';
import type { Job, Outcome, Refusal, Watch } from './job.ts';
import { limitsOf, type WaitingLimits } from './limits.ts';
import { createQueue, type Queue } from './queue.ts';
import { createSpeed } from './speed.ts';
import { messageOf } from '../errors.ts';
import { withResolvers } from './with-resolvers.ts';

export interface PoolOptions extends WaitingLimits {
  /** Absolute path of the children's script, which calls `serve`. */
  readonly script: string;
  /** How many children work at the same time. */
  readonly workers: number;
  /** How long a job may run; the time in the queue doesn't count. */
  readonly deadlineSeconds: number;
  /** How many children are started before the first job needs them; none by default. */
  readonly warm?: number;
  /** Limit of a child's JavaScript heap in megabytes; 512 by default. */
  readonly memory?: number;
  /** All that a child sees of the environment; nothing by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long a child may take until it is ready; 60 by default. */
  readonly startSeconds?: number;
  /** The pauses between the starts of children that end by themselves; 0.5 s, doubled each time up to a minute. */
  readonly backoff?: BackoffOptions;
  /** Hears of crashed jobs, children that don't start, listeners that throw, and what a child logs. */
  readonly log?: Log;
}

export interface Pool<Input, Result> {
  submit(input: Input, watch?: Watch): Job<Result>;
  state(): PoolState;
  /** The seconds that a job of that cost takes, as measured; undefined before one is measured. */
  secondsFor(cost: number): number | undefined;
  /** The highest cost that ends within the deadline; undefined as long as too little is measured. */
  mostCost(): number | undefined;
  /** Ends all jobs as `closed`, and resolves when every child is gone. */
  close(): Promise<void>;
}

export interface PoolState {
  readonly running: number;
  readonly waiting: number;
  /** False while no child can be started, and once the pool is closed. */
  readonly works: boolean;
}

/** `division`: how jobs are divided among children that are free; absent if they aren't. With one worker none is. */
export const createPool = <Input, Result>(
  options: PoolOptions,
  division?: Division<Input>,
): Pool<Input, Result> => new ProcessPool(options, division);

interface Task<Input, Result> {
  readonly input: Input;
  readonly watch: Watch;
  readonly resolve: (outcome: Outcome<Result>) => void;
  over: boolean;
}

interface Run<Input, Result> {
  /** Aborts when the task is over, so that it stops waiting for a child. */
  readonly over: AbortController;
  child?: Child<Input, Result>;
  deadline?: NodeJS.Timeout;
  readonly effort: Effort;
}

class ProcessPool<Input, Result> implements Pool<Input, Result> {
  readonly #options: PoolOptions;
  readonly #division: Division<Input>;
  readonly #log: Log;
  readonly #children: Children<Input, Result>;
  readonly #queue: Queue<Task<Input, Result>>;
  readonly #running = new Map<Task<Input, Result>, Run<Input, Result>>();
  readonly #speed = createSpeed();
  #closed = false;

  constructor(options: PoolOptions, division: Division<Input> = undivided) {
    const { log = silent } = options;
    this.#options = options;
    this.#division = options.workers > 1 ? division : undivided;
    this.#log = log;
    this.#children = createChildren({ warm: 0, memory: 512, startSeconds: 60, ...options, log });
    this.#queue = createQueue(limitsOf(options), (task, place) =>
      this.#tell(task, () => task.watch.onPosition?.(place, this.#wait(task)), setImmediate),
    );
  }

  submit(input: Input, watch: Watch = {}): Job<Result> {
    const { promise, resolve } = withResolvers<Outcome<Result>>();
    const task = { input, watch, resolve, over: false };
    const refusal = this.#admit(task);
    if (refusal) this.#end(task, refusal);
    return {
      refusal,
      outcome: promise,
      position: () => this.#queue.placeOf(task),
      wait: () => this.#wait(task),
      prefer: () => this.#queue.prefer(task),
      cancel: () => this.#end(task, { kind: 'cancelled' }),
    };
  }

  state(): PoolState {
    return {
      running: this.#running.size,
      waiting: this.#queue.length(),
      works: !this.#closed && this.#children.downFor() === undefined,
    };
  }

  secondsFor(cost: number): number | undefined {
    return this.#speed.secondsFor(cost);
  }

  mostCost(): number | undefined {
    return this.#speed.mostIn(this.#options.deadlineSeconds);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const task of [...this.#queue.drain(), ...this.#running.keys()])
      this.#end(task, { kind: 'closed' });
    await this.#children.close();
  }

  /** Starts the task or lets it wait; if neither is possible, returns why. */
  #admit(task: Task<Input, Result>): Refusal | undefined {
    if (this.#closed) return { kind: 'closed' };
    const seconds = this.#children.downFor();
    if (seconds !== undefined) return { kind: 'unavailable', seconds };
    const { by, cost } = task.watch;
    if (this.#running.size >= this.#options.workers) {
      const full = this.#queue.join(task, by, cost);
      return full && { kind: 'busy', ...full };
    }
    this.#queue.pass(by, cost);
    this.#start(task);
    return undefined;
  }

  #start(task: Task<Input, Result>): void {
    const run: Run<Input, Result> = { over: new AbortController(), effort: createEffort() };
    this.#running.set(task, run);
    this.#tell(task, () => task.watch.onPosition?.(0), setImmediate);
    void this.#run(task, run).then((outcome) => this.#end(task, outcome));
  }

  async #run(task: Task<Input, Result>, run: Run<Input, Result>): Promise<Outcome<Result>> {
    const child = await this.#children.take(run.over.signal).catch(() => undefined);
    if (!child) return { kind: 'unavailable', seconds: this.#children.downFor() ?? 1 };
    if (task.over) {
      this.#children.giveBack(child, false);
      return { kind: 'cancelled' };
    }
    const { deadlineSeconds: seconds } = this.#options;
    run.child = child;
    run.deadline = setTimeout(
      () => this.#end(task, { kind: 'timed-out', seconds }),
      seconds * 1000,
    );
    const { effort } = run;
    effort.begin();
    try {
      const job = {
        input: task.input,
        child,
        division: this.#division,
        lender: this.#lender,
        over: run.over.signal,
        helped: effort.helped,
      };
      const result = await runDivided(job, {
        report: (progress) => {
          effort.reached(progress);
          this.#tell(task, () => task.watch.onProgress?.(progress));
        },
        log: (line) => this.#log.warn(line),
      });
      return { kind: 'done', result, milliseconds: effort.elapsed() };
    } catch (error) {
      return { kind: 'crashed', detail: messageOf(error) };
    }
  }

  /** A job that starts now would take the child: it is lent for so short a time that the job waits for it. */
  readonly #lender: Lender<Input, Result> = {
    borrow: () =>
      !this.#closed && this.#queue.length() === 0 && this.#running.size < this.#options.workers
        ? this.#children.borrow()
        : undefined,
    giveBack: (child) => this.#children.giveBack(child, true),
    discard: (child) => this.#children.discard(child),
  };

  /** Every job leaves through here, once. */
  #end(task: Task<Input, Result>, outcome: Outcome<Result>): void {
    if (task.over) return;
    task.over = true;
    if (outcome.kind === 'crashed') this.#log.error(`A job crashed. ${outcome.detail}`);
    this.#queue.leave(task);
    this.#release(task, outcome);
    task.resolve(outcome);
  }

  /** Gives the task's place to the next one. */
  #release(task: Task<Input, Result>, outcome: Outcome<Result>): void {
    const run = this.#running.get(task);
    if (!run) return;
    this.#running.delete(task);
    run.effort.note(this.#speed, task.watch.cost ?? 1, outcome.kind);
    clearTimeout(run.deadline);
    run.over.abort();
    if (run.child && outcome.kind === 'done') this.#children.giveBack(run.child, true);
    else if (run.child) this.#children.discard(run.child);
    this.#startNext();
  }

  /** Deals what waits before it to the workers, one after the other, in the seconds that each will take. */
  #wait(task: Task<Input, Result>): number | undefined {
    if (this.#queue.placeOf(task) === 0) return undefined;
    const secondsOf = ({ watch }: Task<Input, Result>) => this.#speed.secondsFor(watch.cost ?? 1);
    const left = [...this.#running].map(([each, { effort }]) =>
      Math.max(0, (secondsOf(each) ?? Number.NaN) - effort.elapsed() / 1000),
    );
    for (const each of this.#queue.before(task)) {
      const soonest = left.indexOf(Math.min(...left));
      left[soonest] = (left[soonest] ?? 0) + (secondsOf(each) ?? Number.NaN);
    }
    const seconds = Math.min(...left);
    return Number.isFinite(seconds) ? seconds : undefined;
  }

  #startNext(): void {
    const seconds = this.#children.downFor();
    if (seconds === undefined) {
      const next = this.#queue.next();
      if (next) this.#start(next);
    } else
      for (const task of this.#queue.drain()) this.#end(task, { kind: 'unavailable', seconds });
  }

  /**
   * Calls a listener later, so that it may submit and cancel: in a microtask or, what comes of `submit` itself, when whoever
   * awaits that has the job. One that throws must not end the process.
   */
  #tell(
    task: Task<Input, Result>,
    say: () => void,
    later: (call: () => void) => void = queueMicrotask,
  ): void {
    later(() => {
      try {
        if (!task.over) say();
      } catch (error) {
        this.#log.error(`A listener of a job threw: ${String(error)}`);
      }
    });
  }
}
