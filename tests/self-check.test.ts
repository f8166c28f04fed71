import { expect, test } from 'vitest';
import { pageIds, pictureIds } from '../src/ids.ts';
import type { Log } from '../src/log.ts';
import { checkSelf } from '../src/self-check.ts';
import { locales } from '../src/words/index.ts';
import { realServices } from './commands/fake-conversation.ts';

async function checking(services: Partial<ReturnType<typeof realServices>>): Promise<string[]> {
  const lines: string[] = [];
  const hear = (line: string) => void lines.push(line);
  const log: Log = { info: hear, warn: hear, error: hear };
  const jobs = { check: async () => [{ what: 'charts', works: true, detail: 'drawn' } as const] };
  const database = { missesDatabaseUrl: 'libsql://me:secret@example.org' };
  await checkSelf(database, { ...realServices(), ...services }, jobs, log);
  return lines;
}

test('says a line for each thing that the bot needs, and no password', async () => {
  const lines = await checking({});
  expect(lines).toContain(`Check content: ${pageIds.length} pages in ${locales.length} languages`);
  expect(lines).toContain(`Check pictures of pages: ${pictureIds.length} drawn`);
  expect(lines).toContain('Check charts: drawn');
  expect(lines.join()).not.toContain('secret');
});

test('says which pictures were not drawn, and what draws them', async () => {
  const lines = await checking({ pictures: (id) => (id === 'sizes' ? undefined : picture) });
  expect(lines).toContain(
    'Check pictures of pages FAILED: sizes missing; "npm run build" draws them',
  );
});

const picture = { png: Buffer.alloc(1), altText: '' };
