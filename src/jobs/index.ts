import type { EngineChoice } from '../lstm/index.ts';
import { termsInUse } from '../words/index.ts';
import { noMeter, type Meter } from '../meter.ts';
import { checksOf, type Check, type CheckTask } from './check.ts';
import type { DemoJob, DemoSettings, DemoTask, FinishedDemo } from './demo.ts';
import { costOf, mostRunsFor } from '../demos/index.ts';
import type { Job, Outcome, Refusal, Watch } from './job.ts';
import { createSharedRuns, refused } from './shared-runs.ts';
import { scriptBeside } from './script.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';

export type { Check } from './check.ts';
export { createExaminer, type Examiner } from './examiner.ts';
export type { ExaminedCode, ExaminedOutputs } from './examine.ts';
export type { FinishedDemo, TakeHomeJob } from './demo.ts';
export type { Outcome, Progress, Refusal, Requester } from './job.ts';

export type DemoOutcome = Outcome<FinishedDemo>;

export interface Jobs extends Pool<DemoJob, FinishedDemo> {
  /** Trains and draws a small demo, and says what works. Never rejects. */
  check(): Promise<readonly Check[]>;
}

export interface JobsOptions extends Omit<PoolOptions, 'script'> {
  /** The engine that trains; `auto` by default. */
  readonly engine?: EngineChoice;
  readonly quickChartUrl?: string | undefined;
  readonly meter?: Meter;
}

/** Runs demos in child processes. The process that holds the gateway neither trains nor draws. */
export function createJobs({
  engine = 'auto',
  quickChartUrl,
  meter = noMeter,
  ...options
}: JobsOptions): Jobs {
  const pool = createPool<DemoTask | CheckTask, FinishedDemo | readonly Check[]>({
    ...options,
    script: scriptBeside(import.meta.url, 'demo-child'),
  });
  const shared = createSharedRuns<FinishedDemo>(
    options.maxWaitingPerUser ?? Number.POSITIVE_INFINITY,
  );
  const tooLong = ({ parameters, watch }: DemoJob, cost: number): Refusal | undefined => {
    const mostCost = pool.mostCost() ?? Number.POSITIVE_INFINITY;
    if (cost <= mostCost) return undefined;
    return {
      kind: 'too-long',
      seconds: pool.secondsFor(cost) ?? Number.NaN,
      mostSeconds: options.deadlineSeconds,
      runs: mostRunsFor(parameters, mostCost, watch),
    };
  };
  const settings = (): DemoSettings => ({ engine, quickChartUrl, terms: termsInUse() });
  return {
    submit(job, watch) {
      const start = (toldBy: Watch) => {
        const cost = costOf(job.parameters, job.watch);
        const refusal = tooLong(job, cost);
        const measured = measure(job, meter, { ...toldBy, cost });
        const submitted = refusal
          ? refused<FinishedDemo>(refusal)
          : // Safe: a child answers a demo's task with a demo.
            (pool.submit({ ...job, ...settings() }, measured.watch) as Job<FinishedDemo>);
        void measured.end(submitted);
        return submitted;
      };
      return shared.submit(keyOf(job, watch?.by?.server), watch, start);
    },
    async check() {
      const { outcome } = pool.submit({ check: true, ...settings() }) as Job<readonly Check[]>;
      return checksOf(await outcome);
    },
    state: () => pool.state(),
    secondsFor: (cost) => pool.secondsFor(cost),
    mostCost: () => pool.mostCost(),
    close: () => pool.close(),
  };
}

/** The same for people of one server who ask for the same, in the same language. */
const keyOf = ({ parameters, ...form }: DemoJob, server: string | undefined): string =>
  JSON.stringify([server, inOrder(parameters), inOrder(form)]);

const inOrder = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Tells the meter how a demo ends, and how long after its start. */
function measure({ parameters }: DemoJob, meter: Meter, watch: Watch = {}) {
  let start: number | undefined;
  return {
    watch: {
      ...watch,
      onPosition(place: number, seconds?: number) {
        if (place === 0) start = performance.now();
        watch.onPosition?.(place, seconds);
      },
    },
    async end({ refusal, outcome }: Job<unknown>): Promise<void> {
      const ended = await outcome;
      const reason = ended.kind === 'busy' ? `busy-${ended.scope}` : ended.kind;
      if (refusal) meter.demoRefused(reason);
      else if (start !== undefined)
        meter.demoEnded(parameters.cause, reason, (performance.now() - start) / 1000);
    },
  };
}
