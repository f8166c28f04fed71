import type { PageId } from '../ids.ts';

/** A question that wasn't answered: "I don't know", or somebody pressed "this was not it". */
export interface Miss {
  readonly kind: MissKind;
  /** None in direct messages. */
  readonly serverId: string | undefined;
  /** Whose question it is. */
  readonly userId: string;
  /** What was taken for the cause; none if not a word was known. */
  readonly cause: PageId | undefined;
  /** The question. Kept only where the server wants that. */
  readonly text?: string | undefined;
}

export type MissKind = 'unknown' | 'not-it';

export interface MissCount {
  readonly kind: MissKind;
  readonly cause: PageId | undefined;
  readonly count: number;
}

export interface KeptText {
  readonly kind: MissKind;
  readonly cause: PageId | undefined;
  readonly text: string;
  /** In seconds since 1970. */
  readonly at: number;
}

export interface MissList {
  /** The most frequent first. */
  readonly counts: readonly MissCount[];
  /** One page of them, the newest first. */
  readonly texts: readonly KeptText[];
  readonly textCount: number;
  readonly keepsTexts: boolean;
}

/** Half-open: `first` is the number of the first one, from 0. */
export interface PageOf {
  readonly first: number;
  readonly most: number;
}

/**
 * What people missed, so that content can grow. Nothing here ever rejects: where the database fails, the log says so
 * once, and what can't be told is undefined.
 */
export interface Misses {
  count(miss: Miss): Promise<void>;
  keepsTexts(serverId: string): Promise<boolean>;
  /** Switched off, the texts that were kept are deleted. False if that failed. */
  setKeepsTexts(serverId: string, keeps: boolean): Promise<boolean>;
  list(serverId: string, page: PageOf): Promise<MissList | undefined>;
  /** Deletes all of a server, its switch too; true if that worked. */
  forgetServer(serverId: string): Promise<boolean>;
  /** Deletes the texts of a person in every server; resolves to how many there were. */
  forgetUser(userId: string): Promise<number | undefined>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
