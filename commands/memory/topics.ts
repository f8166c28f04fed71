import { LRUCache } from 'lru-cache';
import type { Believed } from '../../src/answers/index.ts';
import type { Evidence } from '../../src/evidence/index.ts';
import type { PageId } from '../../src/ids.ts';
import type { Given } from '../../src/triage/index.ts';
import type { Locale } from '../../src/words/index.ts';
import { expiring, type Clock } from './expiring.ts';

/** What an answer was about, so that "how do I fix that?" refers to it. */
export interface Topic {
  /** Best first; never empty. */
  readonly pages: readonly PageId[];
  /** No cause stands out yet: the message asks back. */
  readonly isOpen: boolean;
  /** What was answered to the triage. */
  readonly given: Given;
  /** Causes of which somebody says that it is not that. */
  readonly excluded: readonly PageId[];
  /** What was read in the question; undefined where the message answers none: a page, or a demo. */
  readonly evidence?: Evidence;
  /** What the words of the question alone said, where the message still says it. */
  readonly believed?: Believed;
  /** The language it was in. */
  readonly locale: Locale;
}

/** Who talks to the bot, and where. */
export interface Speaker {
  readonly userId: string;
  readonly channelId: string;
}

/** What the last answer to each person in each channel was about, as long as a conversation lasts. */
export interface Topics {
  of(speaker: Speaker): Topic | undefined;
  note(speaker: Speaker, topic: Topic): void;
}

/** After a restart a reply still finds its answer, for the answer itself says what it is about: see commands/talk. */
export function createTopics(minutes = 10, clock?: Clock): Topics {
  const last = new LRUCache<string, Topic>(expiring(minutes * 60, clock));
  const keyOf = ({ userId, channelId }: Speaker) => `${channelId} ${userId}`;
  return {
    of: (speaker) => last.get(keyOf(speaker)),
    note: (speaker, topic) => void last.set(keyOf(speaker), topic),
  };
}
