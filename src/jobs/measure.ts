import type { Meter } from '../meter.ts';
import type { DemoJob } from './demo.ts';
import type { Job, Watch } from './job.ts';

/** Tells the meter how a demo ends, and how long after its start. */
export function measure({ parameters }: DemoJob, meter: Meter, watch: Watch = {}) {
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
