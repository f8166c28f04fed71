import type { DemoParameters } from '../demos/index.ts';
import type { EngineChoice } from '../lstm/index.ts';
import type { Locale } from '../words/index.ts';
import { noMeter, type Meter } from '../meter.ts';
import { scriptBeside } from './check.ts';
import type { FinishedDemo } from './finish.ts';
import type { Job, Watch } from './job.ts';
import type { Outcome } from './outcome.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';

export { checkDemos } from './check.ts';
export type { FinishedDemo } from './finish.ts';
export type { Progress, Refusal } from './outcome.ts';
export type { Requester } from './queue.ts';

interface DemoJob {
  readonly parameters: DemoParameters;
  /** The reader's language: the chart and its alt text are in it. */
  readonly locale: Locale;
}

/** What travels to the child, which has no settings of its own. */
export interface DemoTask extends DemoJob {
  readonly engine: EngineChoice;
  readonly quickChartUrl: string | undefined;
}

export type DemoOutcome = Outcome<FinishedDemo>;
export type Jobs = Pool<DemoJob, FinishedDemo>;

export interface JobsOptions extends Omit<PoolOptions, 'script'> {
  /** What trains; `auto` by default. */
  readonly engine?: EngineChoice;
  readonly quickChartUrl?: string | undefined;
  readonly meter?: Meter;
}

/** Runs demos in child processes: whoever holds the gateway neither trains nor draws. */
export function createJobs({
  engine = 'auto',
  quickChartUrl,
  meter = noMeter,
  ...options
}: JobsOptions): Jobs {
  const pool = createPool<DemoTask, FinishedDemo>({
    ...options,
    script: scriptBeside('demo-child'),
  });
  return {
    submit(job, watch) {
      const measured = measure(job, meter, watch);
      const submitted = pool.submit({ ...job, engine, quickChartUrl }, measured.watch);
      void measured.end(submitted);
      return submitted;
    },
    state: () => pool.state(),
    close: () => pool.close(),
  };
}

/** Tells the meter how a demo ends, and how long after its start. */
function measure({ parameters }: DemoJob, meter: Meter, watch: Watch = {}) {
  let start: number | undefined;
  return {
    watch: {
      ...watch,
      onPosition(place: number) {
        if (place === 0) start = performance.now();
        watch.onPosition?.(place);
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
