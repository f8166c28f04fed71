import type { PageId } from '../ids.ts';

/** A question without a good answer: the bot said "I don't know", or somebody pressed "this was not it". */
export interface Miss {
  readonly kind: MissKind;
  /** None in direct messages. */
  readonly serverId: string | undefined;
  /** Whose question it is. */
  readonly userId: string;
  /** The cause that the bot guessed; undefined if it knew no word of the question. */
  readonly cause: PageId | undefined;
  /** The question. It is kept only if the server's owner has switched that on. */
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

/** A part of a list: at most `most` items from number `first` on, counted from 0. */
export interface PageOf {
  readonly first: number;
  readonly most: number;
}

/**
 * Counts the questions without a good answer, so that the content can grow. Nothing here rejects. If the database fails,
 * the log says so once, and the result is undefined or false.
 */
export interface Misses {
  count(miss: Miss): Promise<void>;
  keepsTexts(serverId: string): Promise<boolean>;
  /** Switching it off deletes the texts that were kept. False if that failed. */
  setKeepsTexts(serverId: string, keeps: boolean): Promise<boolean>;
  list(serverId: string, page: PageOf): Promise<MissList | undefined>;
  /** Deletes everything about a server, its switch too. False if that failed. */
  forgetServer(serverId: string): Promise<boolean>;
  /** Deletes the texts of a person in every server; resolves to how many there were. */
  forgetUser(userId: string): Promise<number | undefined>;
}
