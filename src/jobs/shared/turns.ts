import type { Redis } from 'ioredis';
import type { Requester } from '../job.ts';
import type { Full, QueueLimits } from '../queue.ts';
import { prefix } from '../../redis/index.ts';
import { queueName } from './names.ts';
import { turnsScript } from './turns-script.ts';

/** What became of somebody who asks: a job of theirs is to be added, one is there already, or why neither. */
export type Admitted = 'new' | 'joined' | 'nobody' | Full;

/** The fair turns, limits and askers of all processes; each call is one step in Redis. Rejects if Redis can't be reached. */
export interface SharedTurns {
  admit(id: string, asker: string, by: Requester | undefined, cost: number): Promise<Admitted>;
  /** Puts a job that was just added in its place. */
  order(): Promise<void>;
  /** A worker has taken the job: its turn is used up. */
  begin(id: string): Promise<void>;
  /** How many processes still ask for it. If none does, it no longer counts as one that waits. */
  leave(id: string, asker: string): Promise<number>;
  prefer(id: string): Promise<void>;
  /** 1 is next; 0 runs; -1 isn't there. */
  places(ids: readonly string[]): Promise<readonly number[]>;
  /** A worker says that it is there; and that it goes. */
  alive(worker: string): Promise<void>;
  gone(worker: string): Promise<void>;
}

const ownKeys = ['waiting', 'turns', 'next-turns', 'rows', 'workers'].map(
  (name) => `${prefix}:${name}`,
);
const jobs = `${prefix}:${queueName}`;
const keys = [`${jobs}:prioritized`, ...ownKeys];

export function sharedTurns(redis: Redis, limits: QueueLimits): SharedTurns {
  redis.defineCommand('takeTurn', { numberOfKeys: keys.length, lua: turnsScript });
  // Safe: the line above defines it.
  const defined = redis as unknown as { takeTurn(...given: string[]): Promise<unknown> };
  const step = (name: string, ...given: readonly string[]): Promise<unknown> =>
    defined.takeTurn(...keys, name, jobs, `${prefix}:askers`, ...given);
  const limitsNow = JSON.stringify(limits, (_, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? 1e9 : value,
  );
  return {
    async admit(id, asker, by, cost) {
      const entry = { ...by, user: by?.user ?? '', cost };
      const [how, scope, waiting] = (await step(
        'admit',
        id,
        asker,
        JSON.stringify(entry),
        limitsNow,
      )) as [string, Full['scope'], number];
      return how === 'busy' ? { scope, waiting } : (how as Exclude<Admitted, Full>);
    },
    order: async () => void (await step('order')),
    begin: async (id) => void (await step('begin', id)),
    leave: async (id, asker) => Number(await step('leave', id, asker)),
    prefer: async (id) => void (await step('prefer', id)),
    places: async (ids) => (ids.length > 0 ? ((await step('places', ...ids)) as number[]) : []),
    alive: async (worker) => void (await step('alive', worker)),
    gone: async (worker) => void (await step('gone', worker)),
  };
}
