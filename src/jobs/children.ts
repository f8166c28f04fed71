import type { Log } from '../log.ts';
import { createBackoff, type BackoffOptions } from './backoff.ts';
import { startChild, type Child, type ChildOptions } from './child.ts';
import { messageOf } from '../errors.ts';

/** Keeps idle children for the next job: a child loads its libraries once. */
export interface Children<Input, Result> {
  /** Resolves to an idle child, or to the next that is ready. Rejects if `signal` aborts, or if no child can be started. */
  take(signal: AbortSignal): Promise<Child<Input, Result>>;
  /** An idle child, unless somebody waits for one. No other is started in its place: it comes back soon. */
  borrow(): Child<Input, Result> | undefined;
  /** Takes a child back. `hasWorked` is false if the job was over before the child got it. */
  giveBack(child: Child<Input, Result>, hasWorked: boolean): void;
  /** Kills a child, because its state is unknown after a failure. */
  discard(child: Child<Input, Result>): void;
  /** The seconds until the next try while no child can be started, else undefined. */
  downFor(): number | undefined;
  /** Resolves when every child is gone. */
  close(): Promise<void>;
}

export interface ChildrenOptions extends ChildOptions {
  /** How many are started before the first job needs them. */
  readonly warm: number;
  /** The pauses between starts after children that ended by themselves. */
  readonly backoff?: BackoffOptions;
  readonly log: Log;
}

/** After this many children in a row ended by themselves, demos are refused and don't wait for the next child. */
const mostFailures = 3;

export function createChildren<Input, Result>(options: ChildrenOptions): Children<Input, Result> {
  type OneChild = Child<Input, Result>;
  const { log } = options;
  /** All children that we have not told to end. */
  const all = new Set<OneChild>();
  const idle: OneChild[] = [];
  const starting = new Set<OneChild>();
  const borrowed = new Set<OneChild>();
  const leaving = new Set<Promise<void>>();
  const waiting = new Map<(child: OneChild) => void, (reason: Error) => void>();
  const backoff = createBackoff(options.backoff);
  let isDown = false;
  let isClosed = false;

  async function start(): Promise<void> {
    const child = startChild<Input, Result>(options);
    all.add(child);
    starting.add(child);
    try {
      await child.ready;
      if (isDown) log.info('The demo processes start again.');
      isDown = false;
      offer(child);
    } catch (error) {
      void remove(child);
      if (!isClosed) log.warn(`A demo process did not start. ${messageOf(error)}`);
      fail();
    } finally {
      starting.delete(child);
      supply();
    }
  }

  /** Starts a child for each job that no borrowed one comes back for; after a failure, one at a time and only when the pause is over. */
  function supply(): void {
    if (isClosed || isDown || backoff.left() !== undefined) return;
    const needed = Math.max(0, waiting.size - borrowed.size);
    const most = backoff.failures() > 0 ? Math.min(1, needed) : needed;
    while (starting.size < most) void start();
  }

  function fail(): void {
    if (isClosed) return;
    // While down nobody waits for a child, so `supply` would start none.
    backoff.failed(() => (isDown ? void start() : supply()));
    isDown = backoff.failures() >= mostFailures;
    if (isDown) {
      log.error(
        `${backoff.failures()} demo processes in a row ended by themselves. Demos are refused until one starts; the next try is in ${secondsLeft()} s.`,
      );
      for (const [take, refuse] of waiting) {
        waiting.delete(take);
        refuse(new Error('No demo process starts.'));
      }
    }
  }

  const secondsLeft = () => Math.max(1, Math.ceil((backoff.left() ?? 0) / 1000));

  function offer(child: OneChild): void {
    const [take] = waiting.keys();
    if (!take) return void idle.push(child);
    waiting.delete(take);
    take(child);
  }

  function takeIdle(): OneChild | undefined {
    for (let child = idle.pop(); child; child = idle.pop()) {
      if (child.alive()) return child;
      void remove(child);
    }
    return undefined;
  }

  function remove(child: OneChild): Promise<void> {
    all.delete(child);
    borrowed.delete(child);
    const gone = child.kill().finally(() => leaving.delete(gone));
    leaving.add(gone);
    return gone;
  }

  for (let started = 0; started < options.warm; started += 1) void start();

  return {
    take(signal) {
      const child = takeIdle();
      if (child) return Promise.resolve(child);
      return new Promise((resolve, reject) => {
        if (isDown || isClosed) return reject(new Error('No demo process starts.'));
        waiting.set(resolve, reject);
        signal.addEventListener('abort', () => {
          waiting.delete(resolve);
          reject(new Error('Nobody waits for a child any more.'));
        });
        supply();
      });
    },
    borrow() {
      const child = waiting.size === 0 ? takeIdle() : undefined;
      if (child) borrowed.add(child);
      return child;
    },
    giveBack(child, hasWorked) {
      borrowed.delete(child);
      if (hasWorked) {
        backoff.worked();
        isDown = false;
      }
      if (all.has(child)) offer(child);
      supply();
    },
    discard(child) {
      if (!all.has(child)) return;
      const endedByItself = !child.alive();
      void remove(child);
      if (endedByItself) fail();
      else supply();
    },
    downFor: () => (isDown ? secondsLeft() : undefined),
    async close() {
      isClosed = true;
      backoff.close();
      [...all].forEach(remove);
      await Promise.all(leaving);
    },
  };
}
