import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Look } from '../jobs.ts';
import { prefix } from '../../redis/index.ts';

/** How it stands with the demos of all machines. Rejects if Redis can't be reached. */
export async function lookAt(queue: Queue, redis: Redis): Promise<Look> {
  const [counts, active, waiting, names] = await Promise.all([
    queue.getJobCounts('prioritized', 'waiting', 'active'),
    queue.getActive(),
    redis.hvals(`${prefix}:waiting`),
    redis.zrange(`${prefix}:workers`, '0', '-1'),
  ]);
  const since = waiting.map((entry) => (JSON.parse(entry) as { since: number }).since);
  const oldest = Math.min(Date.now(), ...since);
  const running = (name: string) => active.filter(({ processedBy }) => processedBy === name).length;
  return {
    waiting: (counts['prioritized'] ?? 0) + (counts['waiting'] ?? 0),
    running: counts['active'] ?? 0,
    oldestSeconds: (Date.now() - oldest) / 1000,
    workers: Object.fromEntries(names.map((name) => [name, running(name)])),
  };
}
