import { LRUCache } from 'lru-cache';
import { expiring, type Clock } from './expiring.ts';

/** Remembers the latest answers in each channel, so that the bot does not repeat one at once. */
export interface Cooldown {
  /** The recent message in that channel with the same answer; undefined if there is none, or if it could not be sent. */
  find(channelId: string, answer: string): Promise<string | undefined>;
  /** From now on: the message is still on its way. */
  keep(channelId: string, answer: string, message: Promise<string>): void;
  /** The message was deleted. */
  forget(messageId: string): void;
  /** The channel was deleted, with all its messages. */
  forgetChannel(channelId: string): void;
}

interface Kept {
  readonly message: Promise<string | undefined>;
  /** Undefined until it is sent. */
  messageId?: string;
}

/** Kept in memory: after a restart, an answer is just given in full once more. */
export function createCooldown(minutes = 10, clock?: Clock): Cooldown {
  const kept = new LRUCache<string, Kept>(expiring(minutes * 60, clock));
  return {
    async find(channelId, answer) {
      return kept.get(`${channelId} ${answer}`)?.message;
    },
    keep(channelId, answer, message) {
      const key = `${channelId} ${answer}`;
      const sent = message.then(
        (id) => (entry.messageId = id),
        () => {
          if (kept.peek(key) === entry) kept.delete(key);
          return undefined;
        },
      );
      const entry: Kept = { message: sent };
      kept.set(key, entry);
    },
    forget(messageId) {
      for (const [key, it] of kept.entries()) if (it.messageId === messageId) kept.delete(key);
    },
    forgetChannel(channelId) {
      for (const key of kept.keys()) if (key.startsWith(`${channelId} `)) kept.delete(key);
    },
  };
}
