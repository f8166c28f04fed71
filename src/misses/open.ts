import type { Row } from '@libsql/client';
import { z } from 'zod';
import { isPageId } from '../ids.ts';
import type { Database } from '../database/index.ts';
import type { Misses } from './misses.ts';
import { daysKept, mostTexts } from './schema.ts';

/** `now`: in milliseconds since 1970. The database has the tables of `schema`. */
export function openMisses(database: Database, now: () => number = Date.now): Misses {
  const seconds = () => Math.floor(now() / 1000);

  return {
    async count({ kind: what, serverId = '', userId, cause: guess = '', text }) {
      const counting = {
        sql: `INSERT INTO counts VALUES (?, ?, ?, 1)
          ON CONFLICT DO UPDATE SET count = count + 1`,
        args: [serverId, what, guess],
      };
      if (!serverId || !text) return void (await database.run(counting));
      const keeping = {
        sql: `INSERT INTO texts (server, person, kind, cause, text, at)
          SELECT ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM keeping WHERE server = ?)`,
        args: [serverId, userId, what, guess, text, seconds(), serverId],
      };
      await database.run(counting, keeping, ...old(serverId, seconds()));
    },

    async keepsTexts(serverId) {
      const results = await database.run(isKeeping(serverId));
      return (results?.[0]?.rows.length ?? 0) > 0;
    },

    async setKeepsTexts(serverId, keeps) {
      const statements = keeps
        ? ['INSERT OR IGNORE INTO keeping VALUES (?)']
        : ['DELETE FROM keeping WHERE server = ?', 'DELETE FROM texts WHERE server = ?'];
      const results = await database.run(...statements.map((sql) => ({ sql, args: [serverId] })));
      return results !== undefined;
    },

    async list(serverId, { first, most }) {
      const results = await database.run(
        ...old(serverId, seconds()),
        isKeeping(serverId),
        {
          sql: 'SELECT * FROM counts WHERE server = ? ORDER BY count DESC, kind, cause',
          args: [serverId],
        },
        { sql: 'SELECT count(*) AS n FROM texts WHERE server = ?', args: [serverId] },
        {
          sql: 'SELECT * FROM texts WHERE server = ? ORDER BY id DESC LIMIT ? OFFSET ?',
          args: [serverId, most, first],
        },
      );
      const [keeping, counts, total, texts] = results?.slice(-4) ?? [];
      if (!keeping || !counts || !total || !texts) return undefined;
      return {
        counts: readAll(countRow, counts.rows),
        texts: readAll(textRow, texts.rows),
        textCount: Number(total.rows[0]?.['n']),
        keepsTexts: keeping.rows.length > 0,
      };
    },

    async forgetServer(serverId) {
      const tables = ['counts', 'texts', 'keeping'];
      const results = await database.run(
        ...tables.map((table) => ({
          sql: `DELETE FROM ${table} WHERE server = ?`,
          args: [serverId],
        })),
      );
      return results !== undefined;
    },

    async forgetUser(userId) {
      const results = await database.run({
        sql: 'DELETE FROM texts WHERE person = ?',
        args: [userId],
      });
      return results?.[0]?.rowsAffected;
    },
  };
}

const isKeeping = (serverId: string) => ({
  sql: 'SELECT server FROM keeping WHERE server = ?',
  args: [serverId],
});

/** Deletes texts that are too old, and the oldest of a server that has too many. */
const old = (serverId: string, nowInSeconds: number) => [
  { sql: 'DELETE FROM texts WHERE at < ?', args: [nowInSeconds - daysKept * 86_400] },
  {
    sql: `DELETE FROM texts WHERE server = ? AND id NOT IN
      (SELECT id FROM texts WHERE server = ? ORDER BY id DESC LIMIT ?)`,
    args: [serverId, serverId, mostTexts],
  },
];

/** A page that no longer exists counts as none. */
const cause = z.string().transform((id) => (isPageId(id) ? id : undefined));
const kind = z.enum(['not-it', 'unknown']);
const countRow = z.object({ kind, cause, count: z.number() });
const textRow = z.object({ kind, cause, text: z.string(), at: z.number() });

/** Reads the rows, and skips those that a later version of Seedling may have written. */
const readAll = <Value>(schema: z.ZodType<Value>, rows: readonly Row[]): Value[] =>
  rows.flatMap((row) => {
    const { success, data } = schema.safeParse({ ...row });
    return success ? [data] : [];
  });
