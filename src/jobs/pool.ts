import type { Child } from './child.ts';
import { createChildren, type Children } from './children.ts';
import type { Job, Watch } from './job.ts';
import type { Outcome } from './outcome.ts';
import { createQueue, type Queue } from './queue.ts';

export interface PoolOptions {
  /** Absolute path of the children's script, which calls `serve`. */
  readonly script: string;
  /** How many children work at the same time. */
  readonly workers: number;
  /** How many jobs may wait; one more is refused as `busy`. */
  readonly maxWaiting: number;
  /** How long a job may run; the time in the queue doesn't count. */
  readonly deadlineSeconds: number;
  /** How many children are started before the first job needs them; none by default. */
  readonly warm?: number;
  /** Limit of a child's JavaScript heap in megabytes; 512 by default. */
  readonly memory?: number;
  /** Told about crashed jobs, listeners that throw, and whatever a child has to say. */
  readonly log?: (line: string) => void;
}

export interface Pool<Input, Result> {
  submit(input: Input, watch?: Watch): Job<Result>;
  /** Cancels what waits or runs, and resolves when every child is gone. */
  close(): Promise<void>;
}

export const createPool = <Input, Result>(options: PoolOptions): Pool<Input, Result> =>
  new ProcessPool(options);

interface Task<Input, Result> {
  readonly input: Input;
  readonly watch: Watch;
  readonly resolve: (outcome: Outcome<Result>) => void;
  over: boolean;
}

interface Run<Input, Result> {
  readonly child: Child<Input, Result>;
  readonly deadline: NodeJS.Timeout;
}

class ProcessPool<Input, Result> implements Pool<Input, Result> {
  readonly #options: PoolOptions;
  readonly #log: (line: string) => void;
  readonly #children: Children<Input, Result>;
  readonly #queue: Queue<Task<Input, Result>>;
  readonly #running = new Map<Task<Input, Result>, Run<Input, Result>>();
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#log = options.log ?? (() => {});
    this.#children = createChildren({ warm: 0, memory: 512, ...options });
    this.#queue = createQueue(options.maxWaiting, (task, place) =>
      this.#tell(task, task.watch.onPosition, place),
    );
  }

  submit(input: Input, watch: Watch = {}): Job<Result> {
    const { promise, resolve } = withResolvers<Outcome<Result>>();
    const task = { input, watch, resolve, over: false };
    if (this.#closed) this.#end(task, { kind: 'cancelled' });
    else if (this.#running.size < this.#options.workers) this.#start(task);
    else if (!this.#queue.join(task))
      this.#end(task, { kind: 'busy', waiting: this.#queue.length() });
    return {
      outcome: promise,
      position: () => this.#queue.placeOf(task),
      cancel: () => this.#end(task, { kind: 'cancelled' }),
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (let task = this.#queue.next(); task; task = this.#queue.next())
      this.#end(task, { kind: 'cancelled' });
    for (const task of this.#running.keys()) this.#end(task, { kind: 'cancelled' });
    await this.#children.close();
  }

  #start(task: Task<Input, Result>): void {
    const { deadlineSeconds: seconds } = this.#options;
    const child = this.#children.take();
    const timeOut = () => this.#end(task, { kind: 'timed-out', seconds });
    this.#running.set(task, { child, deadline: setTimeout(timeOut, seconds * 1000) });
    this.#tell(task, task.watch.onPosition, 0);
    void this.#run(task, child).then((outcome) => this.#end(task, outcome));
  }

  async #run(task: Task<Input, Result>, child: Child<Input, Result>): Promise<Outcome<Result>> {
    const since = performance.now();
    try {
      const result = await child.run(task.input, {
        report: (progress) => this.#tell(task, task.watch.onProgress, progress),
        log: this.#log,
      });
      return { kind: 'done', result, milliseconds: performance.now() - since };
    } catch (error) {
      return { kind: 'crashed', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Every job leaves through here, once. */
  #end(task: Task<Input, Result>, outcome: Outcome<Result>): void {
    if (task.over) return;
    task.over = true;
    if (outcome.kind === 'crashed') this.#log(`A job crashed. ${outcome.detail}`);
    this.#queue.leave(task);
    this.#release(task, outcome);
    task.resolve(outcome);
  }

  /** Gives the task's child to the next one. */
  #release(task: Task<Input, Result>, outcome: Outcome<Result>): void {
    const run = this.#running.get(task);
    if (!run) return;
    this.#running.delete(task);
    clearTimeout(run.deadline);
    if (outcome.kind === 'done') this.#children.giveBack(run.child);
    else this.#children.discard(run.child);
    const next = this.#queue.next();
    if (next) this.#start(next);
  }

  /** Later, so that a listener may submit and cancel; and a listener that throws must not take the process down. */
  #tell<Value>(
    task: Task<Input, Result>,
    listener: ((value: Value) => void) | undefined,
    value: Value,
  ): void {
    queueMicrotask(() => {
      try {
        if (!task.over) listener?.(value);
      } catch (error) {
        this.#log(`A listener of a job threw: ${String(error)}`);
      }
    });
  }
}

/** `Promise.withResolvers`, which Node 20 doesn't have. */
function withResolvers<Value>() {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
