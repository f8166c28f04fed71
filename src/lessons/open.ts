import type { Row } from '@libsql/client';
import { z } from 'zod';
import type { Database } from '../database/index.ts';
import { isLessonId } from '../ids.ts';
import { locales } from '../words/index.ts';
import type { KeptChart, Lessons } from './lessons.ts';
import { after, type LessonEvent, type Round, type Session, type Votes } from './session.ts';
import { voterKey } from './voter.ts';
import { createWriter } from './writer.ts';

/** The database has the tables of `schema`. */
export function openLessons(database: Database): Lessons {
  const write = createWriter(database);
  /** All there are. They are changed here first, and then written. */
  const known = new Map<string, Session>();
  let loading: Promise<boolean> | undefined;

  /** Reads what was there before this process; false if that fails, and then it is tried again the next time. */
  const load = (): Promise<boolean> =>
    (loading ??= readAll().then((isRead) => {
      if (!isRead) loading = undefined;
      return isRead;
    }));

  async function readAll(): Promise<boolean> {
    const results = await database.run('SELECT state FROM lessons', 'SELECT * FROM votes');
    const [lessons, votes] = results ?? [];
    if (!lessons || !votes) return false;
    const rows = votes.rows.map((row) => voteRow.parse({ ...row }));
    for (const row of lessons.rows) {
      const session = readSession(row, rows);
      if (session) known.set(session.id, session);
    }
    return true;
  }

  const all = async (): Promise<readonly Session[]> => {
    await load();
    return [...known.values()];
  };
  const goingOn = async (isIt: (session: Session) => boolean) =>
    (await all()).find((session) => session.phase !== 'ended' && isIt(session));

  async function forget(sessions: readonly Session[]): Promise<boolean> {
    if (sessions.length === 0) return true;
    for (const { id } of sessions) known.delete(id);
    return write(
      ...sessions.flatMap(({ id }) => [
        { sql: 'DELETE FROM lessons WHERE id = ?', args: [id] },
        { sql: 'DELETE FROM votes WHERE lesson = ?', args: [id] },
        { sql: 'DELETE FROM lesson_charts WHERE lesson = ?', args: [id] },
      ]),
    );
  }

  return {
    async start(session) {
      const { id, channelId } = session;
      if (!(await load())) return 'failed';
      if (await goingOn((one) => one.channelId === channelId)) return 'taken';
      known.set(id, session);
      if (await write(keeping(session))) return 'started';
      known.delete(id);
      return 'failed';
    },

    async find(id) {
      await load();
      return known.get(id);
    },
    inChannel: (channelId) => goingOn((session) => session.channelId === channelId),
    ofMessage: (messageId) => goingOn((session) => session.messageId === messageId),
    inServer: async (serverId) =>
      (await all()).filter((one) => one.serverId === serverId && one.phase !== 'ended'),

    async apply(id, event) {
      await load();
      const before = known.get(id);
      if (!before) return undefined;
      const session = after(before, event);
      known.set(id, session);
      // A vote that is known already is written again: the first time may have failed.
      return (await write(...changes(session, event))) ? session : undefined;
    },

    async keepChart(id, step, { png, altText }) {
      await write({
        sql: 'INSERT OR REPLACE INTO lesson_charts VALUES (?, ?, ?, ?)',
        args: [id, step, png, altText],
      });
    },

    async chartsOf(id) {
      const results = await database.run({
        sql: 'SELECT step, png, alt FROM lesson_charts WHERE lesson = ?',
        args: [id],
      });
      const charts: KeptChart[] = [];
      for (const row of results?.[0]?.rows ?? []) {
        const { step, png, alt } = chartRow.parse({ ...row });
        charts[step] = { png: new Uint8Array(png), altText: alt };
      }
      return charts;
    },

    async abandoned(before) {
      // Of several processes with one database, only the one that leads a lesson knows how it is.
      const results = await database.run({
        sql: 'SELECT id FROM lessons WHERE ended = 0 AND seen < ?',
        args: [before],
      });
      const ids = new Set((results?.[0]?.rows ?? []).map((row) => row['id']));
      return (await all()).filter(({ id, phase }) => ids.has(id) && phase !== 'ended');
    },

    async forgetEndedBefore(time) {
      await forget((await all()).filter(({ ended }) => ended && ended.at < time));
    },

    async forgetUser(userId) {
      if (!(await load())) return undefined;
      const theirs = [...known.values()].map(({ id, salt }) => ({
        id,
        voter: voterKey(userId, salt),
      }));
      for (const { id, voter } of theirs) {
        const session = known.get(id);
        if (session) known.set(id, after(session, { kind: 'forgot', voter }));
      }
      const results = await database.run(
        ...theirs.map(({ id, voter }) => ({
          sql: 'DELETE FROM votes WHERE lesson = ? AND voter = ?',
          args: [id, voter],
        })),
      );
      return results?.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0);
    },

    forgetServer: async (serverId) =>
      forget((await all()).filter((session) => session.serverId === serverId)),
  };
}

const keeping = (session: Session) => ({
  sql: `INSERT INTO lessons VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    channel = excluded.channel, state = excluded.state, seen = excluded.seen, ended = excluded.ended`,
  args: [
    session.id,
    session.serverId,
    session.channelId,
    JSON.stringify(withoutVotes(session)),
    session.seenAt,
    session.ended?.at ?? 0,
  ],
});

/** What an event changes in the database: a vote is one row of its own. */
function changes(session: Session, event: LessonEvent) {
  if (event.kind !== 'voted' && event.kind !== 'trained') return [keeping(session)];
  const { id, at, round, records } = session;
  const answer = records[at]?.votes[round][event.voter];
  if (answer === undefined) return [];
  return [
    {
      sql: `INSERT INTO votes VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET answer = excluded.answer`,
      args: [id, at, round, event.voter, answer],
    },
  ];
}

const withoutVotes = (session: Session) => ({
  ...session,
  records: session.records.map(({ shown }) => (shown ? { shown } : {})),
});

const voteRow = z.object({
  lesson: z.string(),
  step: z.number(),
  round: z.number(),
  voter: z.string(),
  answer: z.number(),
});
type VoteRow = z.infer<typeof voteRow>;

const chartRow = z.object({ step: z.number(), png: z.instanceof(ArrayBuffer), alt: z.string() });

/** A session as it is stored. One that a later version of Seedling wrote otherwise counts as none. */
const stored = z.object({
  id: z.string(),
  lesson: z.string().refine(isLessonId),
  locale: z.enum(locales),
  serverId: z.string(),
  channelId: z.string(),
  salt: z.string(),
  phase: z.enum(['open', 'revealed', 'ended']),
  at: z.int(),
  round: z.literal([0, 1]),
  records: z.array(
    z.object({
      shown: z
        .object({
          replay: z.string(),
          title: z.string(),
          finding: z.string(),
          outputs: z.object({ timeStep: z.number(), values: z.array(z.number()) }).exactOptional(),
        })
        .exactOptional(),
    }),
  ),
  messageId: z.string().optional(),
  seenAt: z.number(),
  ended: z
    .object({ at: z.number(), why: z.enum(['finished', 'teacher-absent', 'message-gone']) })
    .exactOptional(),
});

function readSession(row: Row, votes: readonly VoteRow[]): Session | undefined {
  const { state } = z.object({ state: z.string() }).parse({ ...row });
  const { success, data } = stored.safeParse(JSON.parse(state));
  if (!success) return undefined;
  const votesAt = (step: number, round: Round): Votes =>
    Object.fromEntries(
      votes
        .filter((one) => one.lesson === data.id && one.step === step && one.round === round)
        .map(({ voter, answer }) => [voter, answer]),
    );
  const records = data.records.map((record, step) => ({
    ...record,
    votes: [votesAt(step, 0), votesAt(step, 1)] as const,
  }));
  return { ...data, records };
}
