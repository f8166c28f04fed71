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

// The same for all jobs of a child: who says a thing only once remembers to whom.
const parent: Parent = {
  report: (progress) => send({ progress }),
  log: (line) => send({ log: line }),
};

/**
 * Makes this process the child of a pool. It steps back behind the process that holds the gateway, so that
 * acknowledgements stay quick while every core trains.
 */
export function serve<Input, Result>(method: Method<Input, Result>): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  // They reach a whole terminal or service at once. Our parent decides: it tells people first, and then kills.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  workerpool.worker({
    hello: () => process.pid,
    run: (input: Input) => method(input, parent),
  });
}
