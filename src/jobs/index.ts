import { fileURLToPath } from 'node:url';
import type { DemoParameters } from '../demos/index.ts';
import type { EngineChoice } from '../lstm/index.ts';
import { termsInUse, type Locale, type Terms } from '../words/index.ts';
import { noMeter, type Meter } from '../meter.ts';
import { checksOf, type Check, type CheckTask } from './check.ts';
import type { FinishedDemo } from './finish.ts';
import type { Job, Watch } from './job.ts';
import type { Outcome } from './outcome.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';

export type { Check } from './check.ts';
export type { FinishedDemo } from './finish.ts';
export type { Progress, Refusal } from './outcome.ts';
export type { Requester } from './queue.ts';

interface DemoJob {
  readonly parameters: DemoParameters;
  /** The reader's language: the chart and its alt text are in it. */
  readonly locale: Locale;
}

/** A child has no settings of its own. */
export interface DemoSettings {
  readonly engine: EngineChoice;
  readonly quickChartUrl: string | undefined;
  /** Those of the parent, which may have changed since the child started; undefined: those of the file. */
  readonly terms: Terms | undefined;
}

/** What travels to the child. */
export interface DemoTask extends DemoJob, DemoSettings {}

export type DemoOutcome = Outcome<FinishedDemo>;

export interface Jobs extends Pool<DemoJob, FinishedDemo> {
  /** Trains and draws a small demo, and says what works. Never rejects. */
  check(): Promise<readonly Check[]>;
}

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
  const pool = createPool<DemoTask | CheckTask, FinishedDemo | readonly Check[]>({
    ...options,
    script: demoScript(),
  });
  const settings = (): DemoSettings => ({ engine, quickChartUrl, terms: termsInUse() });
  return {
    submit(job, watch) {
      const measured = measure(job, meter, watch);
      const submitted = pool.submit({ ...job, ...settings() }, measured.watch);
      void measured.end(submitted);
      // To a demo's task, a child answers with a demo.
      return submitted as Job<FinishedDemo>;
    },
    async check() {
      const { outcome } = pool.submit({ check: true, ...settings() }) as Job<readonly Check[]>;
      return checksOf(await outcome);
    },
    state: () => pool.state(),
    close: () => pool.close(),
  };
}

/** Beside this file, and compiled if this file is. */
function demoScript(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./demo-child.${extension}`, import.meta.url));
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
