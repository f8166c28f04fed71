import type { LessonEvent, Session } from './session.ts';

/** What a step showed, in the colours of paper. */
export interface KeptChart {
  readonly png: Uint8Array;
  readonly altText: string;
}

/**
 * The lessons under way, and those that have just ended: kept in the database, so that a restart loses nothing. Nothing
 * here rejects; if the database fails, its log says so.
 */
export interface Lessons {
  /** Keeps a lesson that begins. `taken`: another one goes on in its channel. */
  start(session: Session): Promise<'started' | 'taken' | 'failed'>;
  /** Also one that has ended, until it is forgotten. */
  find(id: string): Promise<Session | undefined>;
  /** The one that goes on in a channel. */
  inChannel(channelId: string): Promise<Session | undefined>;
  /** The one whose open question stands in this message. */
  ofMessage(messageId: string): Promise<Session | undefined>;
  /** Those that go on in a server. */
  inServer(serverId: string): Promise<readonly Session[]>;
  /**
   * Lets something happen. Resolves when it is kept: to what the lesson is then, unchanged if that can't happen now; to
   * undefined if there is no such lesson, or it could not be kept.
   */
  apply(id: string, event: LessonEvent): Promise<Session | undefined>;
  /** Keeps the chart of a step for the handout, instead of the one before. */
  keepChart(id: string, step: number, chart: KeptChart): Promise<void>;
  /** The charts that were kept, each at the number of its step; none of them if the database fails. */
  chartsOf(id: string): Promise<readonly (KeptChart | undefined)[]>;
  /** Those that go on, whose teacher was last seen before this time. */
  abandoned(before: number): Promise<readonly Session[]>;
  /** Deletes those that ended before this time, with their votes and charts. */
  forgetEndedBefore(time: number): Promise<void>;
  /** Deletes a person's votes; resolves to how many there were, or to undefined if that failed. */
  forgetUser(userId: string): Promise<number | undefined>;
  /** Deletes all lessons of a server. */
  forgetServer(serverId: string): Promise<boolean>;
}
