import { fileURLToPath } from 'node:url';
import type { DemoParameters } from '../demos/index.ts';
import type { EngineChoice } from '../lstm/index.ts';
import type { Locale } from '../words/index.ts';
import type { FinishedDemo } from './finish.ts';
import type { Outcome } from './outcome.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';

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
}

/** Runs demos in child processes: whoever holds the gateway neither trains nor draws. */
export function createJobs({ engine = 'auto', quickChartUrl, ...options }: JobsOptions): Jobs {
  const pool = createPool<DemoTask, FinishedDemo>({ ...options, script: demoScript() });
  return {
    submit: (job, watch) => pool.submit({ ...job, engine, quickChartUrl }, watch),
    state: () => pool.state(),
    close: () => pool.close(),
  };
}

/** Beside this file, and compiled if this file is. */
function demoScript(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./demo-child.${extension}`, import.meta.url));
}
