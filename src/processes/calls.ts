import type { Redis } from 'ioredis';
import { prefix } from '../redis/index.ts';

export type CancelHere = (id: string) => boolean;

/** What processes call to each other: end the run of that id; I have. */
type Call = readonly ['cancel' | 'cancelled', id: string];

const channel = `${prefix}:calls`;

/** In milliseconds. Discord gives three seconds for the answer to a press. */
const patience = 1_000;

/** A press on the button of a run may reach another process than the one that began it: see docs/deployment.md. */
export async function openCalls(redis: Redis, listening: Redis, cancelHere: CancelHere) {
  const waiting = new Map<string, () => void>();
  const call = (...what: Call): Promise<number> => redis.publish(channel, JSON.stringify(what));

  listening.on('message', (_channel, text) => {
    const [what, id] = JSON.parse(text) as Call;
    if (what === 'cancelled') waiting.get(id)?.();
    else if (cancelHere(id)) call('cancelled', id).catch(() => {});
  });
  // Once Redis is there, now or later; ioredis subscribes again by itself whenever it comes back.
  const subscribed = listening.subscribe(channel).catch(() => {});
  if (redis.status === 'ready') await subscribed;

  return {
    cancel: (id: string): Promise<boolean> =>
      new Promise((resolve) => {
        const end = (found: boolean) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(found);
        };
        const timer = setTimeout(() => end(false), patience);
        waiting.set(id, () => end(true));
        call('cancel', id).then(
          // Nobody hears it but this process.
          (heard) => heard <= 1 && end(false),
          () => end(false),
        );
      }),
  };
}
