/** What was answered where a moment ago, so that a channel isn't filled with the same answer. */
export interface Cooldown {
  /** The message that says the same in that channel already; undefined if none does, or it could not be sent. */
  find(channelId: string, answer: string): Promise<string | undefined>;
  /** From now on: the message is still on its way. */
  keep(channelId: string, answer: string, message: Promise<string>): void;
  /** The message was deleted. */
  forget(messageId: string): void;
}

interface Kept {
  readonly message: Promise<string | undefined>;
  /** Undefined until it is sent. */
  messageId?: string;
  readonly until: number;
}

/** Losing it at a restart costs nothing: the answer comes in full once more. */
export function createCooldown(minutes = 10, now: () => number = Date.now): Cooldown {
  const kept = new Map<string, Kept>();
  const forgetOld = () => {
    // The oldest come first.
    for (const [key, { until }] of kept) {
      if (until > now()) return;
      kept.delete(key);
    }
  };
  return {
    async find(channelId, answer) {
      forgetOld();
      return kept.get(`${channelId} ${answer}`)?.message;
    },
    keep(channelId, answer, message) {
      const key = `${channelId} ${answer}`;
      const sent = message.then(
        (id) => (entry.messageId = id),
        () => {
          if (kept.get(key) === entry) kept.delete(key);
          return undefined;
        },
      );
      const entry: Kept = { message: sent, until: now() + minutes * 60_000 };
      kept.delete(key);
      kept.set(key, entry);
    },
    forget(messageId) {
      for (const [key, it] of kept) if (it.messageId === messageId) kept.delete(key);
    },
  };
}
