import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Database } from '../database/index.ts';
import { locales } from '../words/index.ts';
import { usualSettings, type ServerSettings, type Settings } from './settings.ts';

/** So many servers are remembered, because every command asks. */
const mostRemembered = 10_000;

/** Discord waits 3 s for an answer, so nobody waits longer than this for what was chosen. */
const patienceMs = 1_000;

const chosen = z.object({
  language: z.enum(locales).optional().catch(undefined),
  demoChannels: z.array(z.string()).catch([]),
  mostWaiting: z.int().min(1).optional().catch(undefined),
  mostRuns: z.int().min(2).optional().catch(undefined),
  lessonRole: z.string().optional().catch(undefined),
});

/** The database has the tables of `schema`. */
export function openSettings(database: Database): Settings {
  const known = new LRUCache<string, ServerSettings>({ max: mostRemembered });

  /** Undefined if the database fails. */
  async function read(serverId: string): Promise<ServerSettings | undefined> {
    const kept = known.get(serverId);
    if (kept) return kept;
    const results = await database.run({
      sql: 'SELECT chosen FROM settings WHERE server = ?',
      args: [serverId],
    });
    if (!results) return undefined;
    const found = parse(results[0]?.rows[0]?.['chosen']);
    known.set(serverId, found);
    return found;
  }

  return {
    async of(serverId) {
      if (serverId === undefined) return usualSettings;
      const late = new AbortController();
      const soon = setTimeout(patienceMs, undefined, { signal: late.signal }).catch(
        () => undefined,
      );
      const found = await Promise.race([read(serverId), soon]);
      late.abort();
      return found ?? usualSettings;
    },

    async choose(serverId, changes) {
      // What another process has chosen meanwhile stays. A null takes a setting back.
      const text = JSON.stringify(changes, (_, value: unknown) => value ?? null);
      const results = await database.run({
        sql: `INSERT INTO settings VALUES (?, json_patch('{}', ?)) ON CONFLICT DO UPDATE SET
          chosen = json_patch(CASE WHEN json_valid(chosen) THEN chosen ELSE '{}' END, ?)
          RETURNING chosen`,
        args: [serverId, text, text],
      });
      if (!results) return undefined;
      const after = parse(results[0]?.rows[0]?.['chosen']);
      known.set(serverId, after);
      return after;
    },

    async forget(serverId) {
      known.delete(serverId);
      await database.run({ sql: 'DELETE FROM settings WHERE server = ?', args: [serverId] });
    },
  };
}

/** What can't be read counts as not chosen. */
function parse(text: unknown): ServerSettings {
  if (typeof text !== 'string') return usualSettings;
  try {
    return chosen.parse(JSON.parse(text));
  } catch {
    return usualSettings;
  }
}
