import type { Meter } from '../../meter.ts';
import type { Check } from '../check.ts';
import type { DemoSettings } from '../demo.ts';
import type { Jobs } from '../jobs.ts';
import { measure } from '../measure.ts';
import { SharedQueue, type SharedQueueOptions } from './queue.ts';

export type { Timing } from './names.ts';
export { takeJobs, type Taking } from './worker.ts';

export interface SharingOptions extends SharedQueueOptions {
  readonly settings: () => DemoSettings;
  readonly meter: Meter;
}

/**
 * Jobs that other machines do. A demo on somebody's own series stays with `local`, on this machine: what people send doesn't
 * travel.
 */
export async function shareJobs(
  local: Jobs,
  { settings, meter, ...options }: SharingOptions,
): Promise<Jobs> {
  const queue = new SharedQueue(options);
  await queue.opened();
  return {
    ...local,
    async submit(job, watch) {
      if (job.parameters.data) return local.submit(job, watch);
      const measured = measure(job, meter, watch);
      const submitted = await queue.submit({ ...settings(), ...job }, measured.watch);
      void measured.end(submitted);
      return submitted;
    },
    async check(): Promise<readonly Check[]> {
      const look = await queue.look();
      const workers = Object.keys(look?.workers ?? {}).length;
      const works = look !== undefined && workers > 0;
      const found = works ? `${workers} taking demos` : 'none; "npm run worker" starts one';
      const detail = look ? found : "REDIS_URL can't be reached";
      return [{ what: 'workers', works, detail }];
    },
    look: () => queue.look(),
    state: () => ({ ...queue.count(), works: queue.works() }),
    async close() {
      await queue.close();
      await local.close();
    },
  };
}
