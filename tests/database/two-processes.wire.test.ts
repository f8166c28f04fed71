import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client/sqlite3';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { lessonsSchema, openLessons } from '../../src/lessons/index.ts';
import { missesSchema, openMisses } from '../../src/misses/index.ts';
import { openSettings, settingsSchema } from '../../src/settings/index.ts';
import { typeScriptLoader } from '../../src/type-script.ts';
import { proves } from '../faults/proves.ts';
import { collectLog } from '../log.ts';

const folder = mkdtempSync(join(tmpdir(), 'seedling-two-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('keeper.ts', import.meta.url));
const schema = [...missesSchema, ...lessonsSchema, ...settingsSchema];
const times = 60;

const said = async (child: ChildProcess) => (await once(child, 'message'))[0] as unknown;

proves('two-processes', async () => {
  const url = `file:${join(folder, 'kept', 'misses.db')}`;
  const keepers = ['a', 'b'].map((name) =>
    fork(script, [url, name, String(times)], { execArgv: typeScriptLoader(script) }),
  );
  await Promise.all(keepers.map(said));
  const complaints = keepers.map(said);
  // Both find no file, and make one.
  for (const keeper of keepers) keeper.send('go');
  expect(await Promise.all(complaints)).toEqual([[], []]);

  const { log, lines } = collectLog();
  const database = openDatabase({ url, schema, log });
  const { counts = [] } = (await openMisses(database).list('1', { first: 0, most: 1 })) ?? {};
  expect(counts.map(({ count }) => count)).toEqual([2 * times]);
  for (const name of ['a', 'b']) {
    const session = await openLessons(database).find(name);
    expect(Object.keys(session?.records[0]?.votes[0] ?? {})).toHaveLength(times);
  }
  expect(await openSettings(database).of('1')).toMatchObject({
    mostRuns: times + 1,
    mostWaiting: times,
  });
  await database.close();
  expect(lines).toEqual([]);
});

test('what another process holds for long is complained of once, and holds up no answer', async () => {
  const path = join(folder, 'held.db');
  const { log, lines } = collectLog();
  const database = openDatabase({ url: `file:${path}`, schema, log, patienceMs: 600 });
  const misses = openMisses(database);
  const count = () =>
    misses.count({ kind: 'unknown', serverId: '1', userId: '2', cause: undefined });
  await count();
  const other = createClient({ url: `file:${path}` });
  const held = await other.transaction('write');
  let longest = 0;
  let last = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    longest = Math.max(longest, performance.eventLoopUtilization(now, last).active);
    last = now;
  }, 10);
  await count();
  clearInterval(timer);
  expect(lines).toEqual([expect.stringContaining('SQLITE_BUSY')]);
  // In milliseconds without a turn for anything else.
  expect(longest).toBeLessThan(300);
  await held.commit();
  other.close();
  await count();
  expect((await misses.list('1', { first: 0, most: 1 }))?.counts[0]?.count).toBe(2);
  await database.close();
});
