import { constants, setPriority } from 'node:os';
import workerpool from 'workerpool';
import type { Progress } from './job.ts';

/** How a child speaks to its parent while it works. */
export interface Parent {
  readonly report: (progress: Progress) => void;
  readonly log: (line: string) => void;
}

/** What a child process does with one job. */
export type Method<Input, Result> = (input: Input, parent: Parent) => Promise<Result> | Result;

export type Message = { readonly progress: Progress } | { readonly log: string };

const send = (message: Message) => workerpool.workerEmit(message);

// One object for all jobs of a child: renderChart remembers per `log` which warnings it has given.
const parent: Parent = {
  report: (progress) => send({ progress }),
  log: (line) => send({ log: line }),
};

/**
 * Makes this process the child of a pool. It gets a lower priority than the process that holds the gateway, so that
 * acknowledgements stay quick while every core trains.
 */
export function serve<Input, Result>(method: Method<Input, Result>): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  // Not at once, because a terminal or a service sends them to children too. The parent tells people first, then kills us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => endIn(leaveSeconds));
  let deadlineSeconds: number;
  workerpool.worker({
    hello(seconds: number) {
      deadlineSeconds = seconds;
      return process.pid;
    },
    async run(input: Input): Promise<Result> {
      const timer = endIn(deadlineSeconds + leaveSeconds);
      try {
        return await method(input, parent);
      } finally {
        clearTimeout(timer);
      }
    },
  });
}

/** As long as the parent takes at most to leave. */
const leaveSeconds = 10;

/** The parent ends us before that, unless it hangs. */
const endIn = (seconds: number) => setTimeout(() => process.exit(1), seconds * 1000).unref();
