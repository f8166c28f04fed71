import workerpool from 'workerpool';
import { typeScriptLoader } from '../type-script.ts';
import { createTail, explain, isGone, isOutput } from './crash.ts';
import { startWith } from './orphan.ts';
import type { Message, Parent } from './serve.ts';

/** One child process; it does one job at a time and stays for the next. */
export interface Child<Input, Result> {
  /** Resolves when the child can take a job; rejects if the process ends before that, or takes too long. */
  readonly ready: Promise<void>;
  run(input: Input, parent: Parent): Promise<Result>;
  /** False once the process is known to be gone. */
  alive(): boolean;
  /** Ends the process at once; the job that it was doing rejects. Resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  /** Absolute path of a script that calls `serve`. */
  readonly script: string;
  /** Limit of the JavaScript heap, in megabytes. */
  readonly memory: number;
  /** All that the process sees of the environment; nothing by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long the process may take until it is ready. */
  readonly startSeconds: number;
  /** How long the parent lets it work on one job. It ends itself soon after, should the parent not do so. */
  readonly deadlineSeconds: number;
}

const killTimeout = 2000;

/**
 * Starts a child, without waiting until it is ready. Each child has a workerpool of its own, and we keep the queue. The
 * reason are two faults of workerpool 10.0: after a crash it does not start the jobs in its queue, and a process that dies
 * while it is being cancelled keeps its place for ever. So a pool whose child failed is thrown away.
 */
export function startChild<Input, Result>(options: ChildOptions): Child<Input, Result> {
  const pool = openWorkerpool(options);
  let pid: number | undefined;
  let gone = false;
  const exec = async (method: string, inputs: unknown[], on: (event: unknown) => void) => {
    const output = createTail();
    try {
      const result: unknown = await pool.exec(method, inputs, {
        on: (event: unknown) => (isOutput(event) ? output.add(event) : on(event)),
      });
      return result;
    } catch (error) {
      gone = isGone(error);
      throw new Error(explain(error, output.text()), { cause: error });
    }
  };
  let isLate = false;
  const start = async () => {
    const giveUp = () => {
      isLate = true;
      void pool.terminate(true, killTimeout);
    };
    const timer = setTimeout(giveUp, options.startSeconds * 1000);
    try {
      pid = Number(await exec('hello', [options.deadlineSeconds], () => {}));
    } catch (error) {
      throw isLate ? new Error(`It was not ready within ${options.startSeconds} s.`) : error;
    } finally {
      clearTimeout(timer);
    }
  };
  const ready = start();
  // A failure is not lost: everyone who awaits `ready` or calls `run` gets it.
  ready.catch(() => {});

  return {
    ready,
    alive: () => !gone && (pid === undefined || signal(pid, 0)),
    async run(input, { report, log }) {
      await ready;
      const receive = (message: Message) =>
        'log' in message ? log(message.log) : report(message.progress);
      // Safe: `serve` in our own script sends both.
      return (await exec('run', [input], (event) => receive(event as Message))) as Result;
    },
    async kill() {
      if (gone || (pid !== undefined && !signal(pid, 'SIGKILL'))) return;
      // Waits until the process has ended. A child without a pid has not started yet; this stops it.
      await pool.terminate(true, killTimeout).catch(() => {});
    },
  };
}

const openWorkerpool = ({ script, memory, env = {} }: ChildOptions) =>
  workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: 1,
    workerTerminateTimeout: 100,
    // Keeps the child's output out of our own. Its last lines explain a crash.
    emitStdStreams: true,
    forkOpts: {
      // Not ours, so that the token does not leak into a child, and nothing else changes its results.
      env,
      // This serialization carries typed arrays and buffers.
      serialization: 'advanced',
      // Room for new objects grows to 48 MB by itself, and stays; 6 MB are as quick.
      ...startWith([
        `--max-old-space-size=${memory}`,
        '--max-semi-space-size=2',
        ...typeScriptLoader(script),
      ]),
    },
  });

/** False if there is no such process. Signal 0 only asks. */
function signal(pid: number, name: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
