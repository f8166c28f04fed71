import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLibrary } from '../../src/library/index.ts';
import { projectRoot } from '../../src/root.ts';

const place = mkdtempSync(join(tmpdir(), 'seedling-library-'));
afterAll(() => rmSync(place, { recursive: true }));

const folder = join(place, 'content');
cpSync(join(projectRoot, 'content'), folder, { recursive: true });
const kept = join(place, 'dist');
const file = join(kept, 'library.bin');
const page = join(folder, 'en', 'dropout.md');
const good = readFileSync(page, 'utf8');
const titled = (title: string) => good.replace(/^title: .*$/m, `title: ${title}`);

/** The title of a page, and a change of the file: it is renamed into place, so each writing is another file. */
async function open(where = file) {
  const opened = await openLibrary({ folder, file: where });
  if (!opened.ok) return opened;
  const { content, answer } = opened.library;
  return {
    title: content.pages.get('en')?.get('dropout')?.title,
    first: answer('forgot model.eval()').causes[0],
  };
}
const written = () => statSync(file).ino;

test('what is missing, damaged or made from other content is made anew and kept; what still holds is only loaded', async () => {
  const first = await open();
  const ino = written();
  expect(first).toMatchObject({ first: { id: 'dropout' } });
  expect(await open()).toEqual(first);
  expect(written()).toBe(ino);

  writeFileSync(file, readFileSync(file).subarray(0, 100_000));
  expect(await open()).toEqual(first);
  expect(statSync(file).size).toBeGreaterThan(100_000);

  writeFileSync(page, titled('Another title'));
  expect(await open()).toMatchObject({ title: 'Another title' });
  expect(await open()).toMatchObject({ title: 'Another title' });
  expect(readdirSync(kept)).toEqual(['library.bin']);
}, 60_000);

test('broken content is told by file and line, and what was kept stays', async () => {
  const before = readFileSync(file);
  writeFileSync(page, titled('""'));
  expect(await open()).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^content\/en\/dropout\.md:3 title: /)],
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  writeFileSync(page, good);
}, 60_000);

test('where nothing can be kept it is made all the same', async () => {
  mkdirSync(kept, { recursive: true });
  // A file is no folder: nothing can be written below it, by nobody.
  expect(await open(join(page, 'library.bin'))).toMatchObject({ first: { id: 'dropout' } });
}, 60_000);
