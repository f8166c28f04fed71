import {
  appendFileSync,
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
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { afterAll, expect, test } from 'vitest';
import { read, unpack } from '../../src/library/file.ts';
import { openLibrary } from '../../src/library/index.ts';
import { codeKey } from '../../src/library/key.ts';
import { projectRoot } from '../../src/root.ts';

const place = mkdtempSync(join(tmpdir(), 'seedling-library-'));
afterAll(() => rmSync(place, { recursive: true }));

/** Our content with a tenth of what is learned from, so that learning takes a second. */
const folder = join(place, 'content');
cpSync(join(projectRoot, 'content'), folder, {
  recursive: true,
  filter: (path) => basename(path) !== 'questions',
});
for (const language of ['en', 'zh-CN'])
  for (const name of readdirSync(join(folder, language, 'phrasings'))) {
    const path = join(folder, language, 'phrasings', name);
    const { phrasings } = parse(readFileSync(path, 'utf8')) as { phrasings: string[] };
    writeFileSync(path, stringify({ phrasings: phrasings.slice(0, 15) }));
  }

const kept = join(place, 'dist');
const file = join(kept, 'library.bin');
const page = join(folder, 'en', 'dropout.md');
const good = readFileSync(page, 'utf8');
const titled = (title: string) => good.replace(/^title: .*$/m, `title: ${title}`);

async function open(where = file) {
  const opened = await openLibrary({ folder, file: where });
  if (!opened.ok) return opened;
  const { content, answer } = opened.library;
  return {
    title: content.pages.get('en')?.get('dropout')?.title,
    first: answer('forgot model.eval()').causes[0],
  };
}
/** The file is renamed into place, so each writing is another file. */
const written = () => statSync(file).ino;
const learnedFrom = () => unpack(read(file) ?? Buffer.alloc(0), codeKey)?.learned.from;

test('what is missing or damaged is made anew and kept; what still holds is only loaded', async () => {
  const first = await open();
  const ino = written();
  expect(first).toMatchObject({ first: { id: 'dropout' } });
  expect(await open()).toEqual(first);
  expect(written()).toBe(ino);

  writeFileSync(file, readFileSync(file).subarray(0, 100_000));
  expect(await open()).toEqual(first);
  expect(statSync(file).size).toBeGreaterThan(100_000);
  expect(readdirSync(kept)).toEqual(['library.bin']);
});

test('an edited sentence is read, and what was learned before holds; a new question is learned from', async () => {
  const before = await open();
  const from = learnedFrom();
  writeFileSync(page, titled('Another title'));
  expect(await open()).toEqual({ ...before, title: 'Another title' });
  expect(await open()).toMatchObject({ title: 'Another title' });
  expect(from).toBeDefined();
  expect(learnedFrom()).toBe(from);

  appendFileSync(
    join(folder, 'en/phrasings/carried-state.yaml'),
    '  - i forgot model.eval() so often\n',
  );
  const { first } = (await open()) as Exclude<typeof before, { ok: false }>;
  expect(first?.probability).not.toBe((before as { first?: typeof first }).first?.probability);
  expect(learnedFrom()).not.toBe(from);
});

test('broken content is told by file and line, and what was kept stays', async () => {
  const before = readFileSync(file);
  writeFileSync(page, titled('""'));
  expect(await open()).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^content\/en\/dropout\.md:3 title: /)],
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  writeFileSync(page, good);
});

test('where nothing can be kept it is made all the same', async () => {
  mkdirSync(kept, { recursive: true });
  // A file is no folder: nothing can be written below it, by nobody.
  expect(await open(join(page, 'library.bin'))).toMatchObject({ first: { id: 'dropout' } });
});
