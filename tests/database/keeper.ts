import { openDatabase } from '../../src/database/index.ts';
import { begin, lessonsSchema, openLessons } from '../../src/lessons/index.ts';
import { missesSchema, openMisses } from '../../src/misses/index.ts';
import { openSettings, settingsSchema } from '../../src/settings/index.ts';
import { collectLog } from '../log.ts';

/** One of several processes that keep things in one database: counts, votes and settings, `times` of each. */
const [url = '', name = '', times = ''] = process.argv.slice(2);

const { log, lines } = collectLog();
const schema = [...missesSchema, ...lessonsSchema, ...settingsSchema];
const database = openDatabase({ url, schema, log });
const misses = openMisses(database);
const lessons = openLessons(database);
const settings = openSettings(database);

process.once('message', () => void keep());
process.send?.('ready');

async function keep(): Promise<void> {
  const of = { lesson: 'last-bit', locale: 'en', serverId: '1', salt: 'salt' } as const;
  await lessons.start(begin({ ...of, id: name, channelId: name }, 0));
  for (let at = 0; at < Number(times); at++) {
    const counting = misses.count({
      kind: 'unknown',
      serverId: '1',
      userId: '2',
      cause: 'dropout',
    });
    const voted = lessons.apply(name, { kind: 'voted', voter: String(at), answer: 0 });
    // Each has a setting of its own, in the same server.
    const chosen = settings.choose(
      '1',
      name === 'a' ? { mostRuns: 2 + at } : { mostWaiting: 1 + at },
    );
    await Promise.all([counting, voted, chosen]);
  }
  await database.close();
  process.send?.(lines, () => process.disconnect());
}
