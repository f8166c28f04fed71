import type { Locale } from '../words/index.ts';

/** What those who manage a server have chosen for it. */
export interface ServerSettings {
  /** Of what everybody reads; undefined: Discord's setting, else the reader's own. */
  readonly language?: Locale | undefined;
  /** The ids of the channels in which demos may be posted; everywhere if there are none. */
  readonly demoChannels: readonly string[];
  /** How many demos of the server may wait; undefined: as the host has set it. */
  readonly mostWaiting?: number | undefined;
  /** How many runs a demo may have, unless somebody manages messages; undefined: as many as there can be. */
  readonly mostRuns?: number | undefined;
  /** The id of the role that may start lessons, beside those who manage messages. */
  readonly lessonRole?: string | undefined;
}

export const usualSettings: ServerSettings = { demoChannels: [] };

export interface Settings {
  /** The usual ones in direct messages, and where the database doesn't answer soon. */
  of(serverId: string | undefined): Promise<ServerSettings>;
  /** Changes some of them; resolves to all, or to undefined if that failed. */
  choose(serverId: string, changes: Partial<ServerSettings>): Promise<ServerSettings | undefined>;
  forget(serverId: string): Promise<void>;
}
