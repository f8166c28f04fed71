import type { EngineChoice } from '../lstm/index.ts';
import { termsInUse } from '../words/index.ts';
import { silent } from '../log.ts';
import { noMeter, type Meter } from '../meter.ts';
import type { DemoJob, DemoSettings, FinishedDemo } from './demo.ts';
import { createDemoPool } from './demo-pool.ts';
import { costOf, mostRunsFor } from '../demos/index.ts';
import type { Refusal, Watch } from './job.ts';
import type { Jobs } from './jobs.ts';
import { measure } from './measure.ts';
import { inOrder } from './in-order.ts';
import { refused } from './over.ts';
import { createSharedRuns } from './shared-runs.ts';
import { limitsOf } from './limits.ts';
import type { PoolOptions } from './pool.ts';
import type { Taking, Timing } from './shared/index.ts';

export type { Check } from './check.ts';
export { createExaminer, type Examiner } from './examiner.ts';
export type { ExaminedCode, ExaminedOutputs } from './examine.ts';
export type { FinishedDemo, TakeHomeJob } from './demo.ts';
export type { Outcome, Progress, Refusal, Requester } from './job.ts';
export type { DemoOutcome, Jobs, Look } from './jobs.ts';
export type { Timing } from './shared/index.ts';

export interface OpenJobsOptions extends JobsOptions {
  /** Where other machines take demos from; if undefined, they run on this one. */
  readonly redisUrl?: string | undefined;
  /** Whoever tests waits less. */
  readonly timing?: Timing;
}

/** Runs demos on this machine or, where there is a Redis, on those whose workers take them. */
export async function openJobs({
  redisUrl: url,
  timing,
  ...options
}: OpenJobsOptions): Promise<Jobs> {
  const local = createJobs(url === undefined ? options : { ...options, warm: 0 });
  if (url === undefined) return local;
  // Loaded where it is wanted: most bots need no Redis.
  const { shareJobs } = await import('./shared/index.ts');
  const { meter = noMeter, log = silent } = options;
  return shareJobs(local, {
    url,
    ...(timing && { timing }),
    limits: limitsOf(options),
    settings: settingsOf(options),
    meter,
    log,
  });
}

export interface Worker extends Taking, Pick<Jobs, 'check' | 'state'> {}

/** Runs the demos here that others ask for, as many at a time as there are `workers`. */
export async function openWorker({
  redisUrl: url,
  timing,
  ...options
}: OpenJobsOptions & { readonly redisUrl: string }): Promise<Worker> {
  const jobs = createJobs({ ...options, maxWaiting: options.workers });
  const { takeJobs } = await import('./shared/index.ts');
  const { workers, log = silent } = options;
  const taking = takeJobs(jobs, { url, workers, log, ...(timing && { timing }) });
  return {
    ...taking,
    check: () => jobs.check(),
    works: () => taking.works(),
    state: () => ({ ...jobs.state(), works: jobs.state().works && taking.works() }),
    async close() {
      await taking.close();
      await jobs.close();
    },
  };
}

export interface JobsOptions extends Omit<PoolOptions, 'script'> {
  /** The engine that trains; `auto` by default. */
  readonly engine?: EngineChoice;
  readonly quickChartUrl?: string | undefined;
  readonly meter?: Meter;
}

/** Runs demos in child processes. The process that holds the gateway neither trains nor draws. */
export function createJobs({ meter = noMeter, ...options }: JobsOptions): Jobs {
  const settings = settingsOf(options);
  const pool = createDemoPool(options);
  const shared = createSharedRuns<FinishedDemo>(limitsOf(options).user);
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
  return {
    submit(job, watch) {
      const start = (toldBy: Watch) => {
        const cost = costOf(job.parameters, job.watch);
        const refusal = tooLong(job, cost);
        const measured = measure(job, meter, { ...toldBy, cost });
        const submitted = refusal
          ? refused<FinishedDemo>(refusal)
          : pool.submit({ ...settings(), ...job }, measured.watch);
        void measured.end(submitted);
        return submitted;
      };
      return Promise.resolve(shared.submit(keyOf(job, watch?.by?.server), watch, start));
    },
    check: () => pool.check(settings()),
    look: () => Promise.resolve(undefined),
    state: () => pool.state(),
    secondsFor: (cost) => pool.secondsFor(cost),
    mostCost: () => pool.mostCost(),
    close: () => pool.close(),
  };
}

const settingsOf =
  ({ engine = 'auto', quickChartUrl }: Pick<JobsOptions, 'engine' | 'quickChartUrl'>) =>
  (): DemoSettings => ({ engine, quickChartUrl, terms: termsInUse() });

/** The same for people of one server who ask for the same, in the same language. */
const keyOf = (job: DemoJob, server: string | undefined): string => inOrder([server, job]);
