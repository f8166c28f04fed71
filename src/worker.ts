import './small-heap.ts';
import { jobsOptions, loadConfig, type Config } from './config.ts';
import type { Address } from './environment.ts';
import { listenProblem } from './errors.ts';
import { openWorker, type Worker } from './jobs/index.ts';
import { openLog } from './logging.ts';
import { outdatedNode } from './node-version.ts';
import { sayCheck } from './self-check.ts';

// A worker: it runs the demos that bots on other machines ask for, and needs nothing but the address of their Redis.
const loaded = loadConfig();
if (!loaded.ok) fail(loaded.problems);
else if (loaded.config.redisUrl === undefined)
  fail(['REDIS_URL is missing: it says where a worker takes demos from.']);
else await run(loaded.config, loaded.config.redisUrl);

function fail(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

async function run(config: Config, redisUrl: string): Promise<void> {
  const log = openLog(config);
  const outdated = outdatedNode(process.versions.node);
  if (outdated !== undefined) log.warn(outdated);
  const { demoWorkers, metricsAddress } = config;
  const worker = await openWorker({ ...jobsOptions(config), redisUrl, warm: demoWorkers, log });
  if (metricsAddress && !(await serveHealth(metricsAddress, worker))) return worker.close();
  let isLeaving = false;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      if (isLeaving) process.exit(1);
      isLeaving = true;
      log.info(`${signal}: leaving, as soon as the demos that run have ended.`);
      void worker.close().then(() => process.exit());
    });
  for (const check of await worker.check()) sayCheck(log, check);
  await worker.ready;
  process.stdout.write(`Seedling's worker is ready; demos at a time: ${demoWorkers}\n`);
}

/** False if the address can't be used, which is said. */
async function serveHealth(address: Address, worker: Worker): Promise<boolean> {
  const { startMonitor } = await import('./monitor/index.ts');
  try {
    await startMonitor(address, { state: () => ({ demos: worker.state() }) });
    return true;
  } catch (error) {
    fail([listenProblem('METRICS_ADDRESS', address.port, error)]);
    return false;
  }
}
