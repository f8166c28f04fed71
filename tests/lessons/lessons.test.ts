import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/database/index.ts';
import {
  begin,
  countsOf,
  lessonsSchema,
  openLessons,
  recordOf,
  voterKey,
  votesOf,
  type Lessons,
  type Session,
} from '../../src/lessons/index.ts';
import { silent } from '../../src/log.ts';

let folder: string;
let database: Database;
let lessons: Lessons;

const open = () => {
  const url = `file:${join(folder, 'kept.db')}`;
  database = openDatabase({ url, schema: lessonsSchema, log: silent });
  lessons = openLessons(database);
};
const restart = async () => {
  await database.close();
  open();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lessons-'));
  open();
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const session = (more: Partial<Session> = {}): Session => ({
  ...begin(
    {
      id: '1',
      lesson: 'same-model',
      locale: 'en',
      serverId: 'server',
      channelId: 'channel',
      salt: 'salt',
    },
    1_000,
  ),
  ...more,
});
const vote = (voter: string, answer: number) =>
  lessons.apply('1', { kind: 'voted', voter, answer });
const found = async (id = '1') => {
  const one = await lessons.find(id);
  if (!one) throw new Error('There is no such lesson.');
  return one;
};

describe('a lesson', () => {
  test('counts everybody once, by their last choice', async () => {
    await lessons.start(session());
    await vote('ada', 0);
    await vote('ben', 1);
    await vote('ada', 2);
    expect(countsOf(votesOf(await found()), 3)).toEqual([0, 1, 1]);
  });

  test('loses nothing in a restart, in the middle of a second vote', async () => {
    await lessons.start(session());
    await vote('ada', 0);
    const shown = { replay: 'code', title: 'A title', finding: 'It differs.' };
    await lessons.apply('1', { kind: 'revealed', shown, at: 2_000 });
    await lessons.apply('1', { kind: 'voting-again', at: 3_000 });
    await lessons.apply('1', { kind: 'asked', messageId: 'm2' });
    await vote('ada', 1);
    const before = await found();
    await restart();
    expect(await found()).toEqual(before);
    expect(await lessons.ofMessage('m2')).toEqual(before);
    expect(recordOf(before)).toEqual({ shown, votes: [{ ada: 0 }, { ada: 1 }] });
  });

  test('takes no vote after the reveal, and none after its end', async () => {
    await lessons.start(session());
    const shown = { replay: 'code', title: 'A title', finding: 'It differs.' };
    await lessons.apply('1', { kind: 'revealed', shown, at: 2_000 });
    await vote('ada', 1);
    await lessons.apply('1', { kind: 'ended', why: 'finished', at: 3_000 });
    await vote('ada', 1);
    expect(votesOf(await found())).toEqual({});
  });

  test('gives each of a class a run of their own, however often they press', async () => {
    await lessons.start(session());
    for (const voter of ['ada', 'ben', 'ada', 'chen'])
      await lessons.apply('1', { kind: 'trained', voter, mostRuns: 200 });
    expect(votesOf(await found())).toEqual({ ada: 0, ben: 1, chen: 2 });
  });

  test('gives no run to two people before all are taken, also after somebody had theirs deleted', async () => {
    await lessons.start(session());
    const train = (voter: string, mostRuns = 3) =>
      lessons.apply('1', { kind: 'trained', voter, mostRuns });
    const ada = voterKey('310000000000000001', 'salt');
    await train(ada);
    await train('ben');
    await lessons.forgetUser('310000000000000001');
    await train('chen');
    expect(votesOf(await found())).toEqual({ ben: 1, chen: 0 });
    for (const voter of ['dora', 'emil', 'fay']) await train(voter);
    expect(countsOf(votesOf(await found()), 3)).toEqual([2, 2, 1]);
  });

  test('is alone in its channel, and others go on elsewhere', async () => {
    expect(await lessons.start(session())).toBe('started');
    expect(await lessons.start(session({ id: '2' }))).toBe('taken');
    expect(await lessons.start(session({ id: '3', channelId: 'elsewhere' }))).toBe('started');
    await lessons.apply('1', { kind: 'ended', why: 'finished', at: 2_000 });
    expect(await lessons.start(session({ id: '4' }))).toBe('started');
  });

  test('is abandoned when its teacher was not seen for long, and forgotten when it ended long ago', async () => {
    await lessons.start(session());
    expect(await lessons.abandoned(1_000)).toEqual([]);
    expect((await lessons.abandoned(1_001)).map(({ id }) => id)).toEqual(['1']);
    await lessons.apply('1', { kind: 'ended', why: 'teacher-absent', at: 5_000 });
    expect(await lessons.abandoned(9_000)).toEqual([]);
    await lessons.forgetEndedBefore(5_000);
    expect(await lessons.find('1')).toBeDefined();
    await lessons.forgetEndedBefore(5_001);
    await restart();
    expect(await lessons.find('1')).toBeUndefined();
  });

  test('keeps no person, only keys that differ from lesson to lesson, and deletes a person’s votes', async () => {
    await lessons.start(session());
    await lessons.start(session({ id: '2', channelId: 'elsewhere', salt: 'other' }));
    expect(voterKey('310000000000000001', 'salt')).not.toBe(
      voterKey('310000000000000001', 'other'),
    );
    for (const [id, salt] of [
      ['1', 'salt'],
      ['2', 'other'],
    ] as const)
      await lessons.apply(id, {
        kind: 'voted',
        voter: voterKey('310000000000000001', salt),
        answer: 0,
      });
    await vote('ben', 1);
    expect(JSON.stringify([await found(), await found('2')])).not.toContain('310000000000000001');
    expect(await lessons.forgetUser('310000000000000001')).toBe(2);
    expect(votesOf(await found())).toEqual({ ben: 1 });
    await restart();
    expect(votesOf(await found())).toEqual({ ben: 1 });
    expect(await lessons.forgetUser('310000000000000001')).toBe(0);
  });

  test('keeps the chart of each step for the handout, the latest one, until it is forgotten', async () => {
    await lessons.start(session());
    const chart = (byte: number, altText: string) => ({ png: new Uint8Array([byte]), altText });
    await lessons.keepChart('1', 1, chart(1, 'first vote'));
    await lessons.keepChart('1', 1, chart(2, 'second vote'));
    await restart();
    expect(await lessons.chartsOf('1')).toEqual([undefined, chart(2, 'second vote')]);
    await lessons.forgetServer('server');
    expect(await lessons.chartsOf('1')).toEqual([]);
  });

  test('is deleted with the server that it was in', async () => {
    await lessons.start(session());
    await lessons.forgetServer('server');
    expect(await lessons.find('1')).toBeUndefined();
  });

  test('does not begin where the database fails', async () => {
    const broken = openDatabase({ url: 'http://127.0.0.1:9', schema: lessonsSchema, log: silent });
    const other = openLessons(broken);
    expect(await other.start(session())).toBe('failed');
    expect(await other.chartsOf('1')).toEqual([]);
    await broken.close();
  });
});
