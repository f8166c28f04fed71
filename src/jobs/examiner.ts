import { silent, type Log } from '../log.ts';
import { termsInUse } from '../words/index.ts';
import type {
  Examined,
  ExaminedCode,
  ExaminedOutputs,
  ExaminedSeries,
  ExamineTask,
  Exhibit,
} from './examine.ts';
import type { Job, Watch } from './job.ts';
import { createPool, type PoolOptions } from './pool.ts';
import { scriptBeside } from './script.ts';

type Code = Extract<Exhibit, { kind: 'code' }>;
type Outputs = Extract<Exhibit, { kind: 'outputs' }>;
type Series = Extract<Exhibit, { kind: 'series' }>;

/**
 * Looks through what people sent, in a child process: somebody's file may be made to take for ever, and then it costs the
 * child, and whoever sent it one sentence.
 */
export interface Examiner {
  code(input: Code['input'], watch?: Watch): Job<ExaminedCode>;
  outputs(exhibit: Omit<Outputs, 'kind'>, watch?: Watch): Job<ExaminedOutputs>;
  series(exhibit: Omit<Series, 'kind'>, watch?: Watch): Job<ExaminedSeries>;
  /** Resolves when every child is gone. */
  close(): Promise<void>;
}

export type ExaminerOptions = Pick<PoolOptions, 'log' | 'warm'> &
  Partial<Pick<PoolOptions, 'deadlineSeconds' | 'workers'>>;

export function createExaminer({
  log = silent,
  deadlineSeconds = 3,
  workers = 1,
  ...options
}: ExaminerOptions): Examiner {
  const pool = createPool<ExamineTask, Examined>({
    ...options,
    script: scriptBeside(import.meta.url, 'examiner-child'),
    workers,
    deadlineSeconds,
    maxWaiting: 60,
    maxWaitingPerUser: 2,
    memory: 256,
    log: withoutOutput(log),
  });
  // Safe, here and below: a child answers a task of a kind with a result of that kind.
  const submit = (exhibit: Exhibit, watch?: Watch) =>
    pool.submit({ ...exhibit, terms: termsInUse() }, watch) as Job<never>;
  return {
    code: (input, watch) => submit({ kind: 'code', input }, watch),
    outputs: (exhibit, watch) => submit({ kind: 'outputs', ...exhibit }, watch),
    series: (exhibit, watch) => submit({ kind: 'series', ...exhibit }, watch),
    close: () => pool.close(),
  };
}

/** What a child wrote before it died may hold what somebody sent: only the first line is ours, and lines of our files. */
const withoutOutput = (log: Log): Log => ({
  ...log,
  error: (line) =>
    log.error(
      line
        .split('\n')
        .filter((each, at) => at === 0 || /^\/(?:src|node_modules)\/\S+$/.test(each))
        .join('\n'),
    ),
});
