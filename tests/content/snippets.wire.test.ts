import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { headings, writtenLocales } from '../../src/content/headings.ts';
import { isFollowUpId, isPageId, pageIds } from '../../src/ids.ts';
import { checks, effects } from './snippets/effects.ts';
import { snippetsIn, type Snippet } from './snippets/extract.ts';
import { createFixtures } from './snippets/fixtures.ts';
import { runSnippet } from './snippets/run.ts';
import { tf } from './snippets/tensorflow.ts';

const written = { en: snippetsIn('en', 'js'), 'zh-CN': snippetsIn('zh-CN', 'js') };
const snippets = [...written.en, ...written['zh-CN']];

const fixHeadings = writtenLocales.map((locale) => headings[locale]['fix-tensorflowjs']);
const isFix = ({ heading }: Snippet): boolean => fixHeadings.includes(heading);
const pageOf = ({ name }: Snippet): string => name.split(' ')[0] ?? '';

async function run(snippet: Snippet) {
  await tf.setBackend('wasm');
  const given = createFixtures(pageOf(snippet));
  return { given, scope: await runSnippet(snippet, given) };
}

/** Snippets read `data` and write files where they run. */
describe('a TensorFlow.js snippet of a page', () => {
  const before = process.cwd();
  const { random } = Math;
  const folder = mkdtempSync(join(tmpdir(), 'seedling-snippets-'));
  beforeAll(() => {
    mkdirSync(join(folder, 'data'));
    for (const name of ['c', 'a', 'b']) writeFileSync(join(folder, 'data', `${name}.csv`), name);
    process.chdir(folder);
    // Some print a hash.
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterAll(() => {
    vi.restoreAllMocks();
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  // Some seed it for the whole program.
  afterEach(() => {
    Math.random = random;
  });

  it.each(snippets)('runs and does what its page says: $file:$line', async (snippet) => {
    const ran = await run(snippet);
    const again = (change = (code: string) => code) =>
      run({ ...snippet, code: change(snippet.code) });
    const page = pageOf(snippet);
    if (isPageId(page)) await (isFix(snippet) ? effects : checks)[page]?.({ ...ran, again });
    if (isFollowUpId(page)) await checks[page]?.({ ...ran, again });
  });

  it('stands in the fix of every page', () => {
    for (const found of Object.values(written))
      expect(found.filter(isFix).map(pageOf)).toEqual(pageIds.toSorted());
  });

  it('that throws, or does not parse, is told with page and line', async () => {
    const at = { name: 'dropout 1', file: 'content/en/dropout.md', heading: '', line: 40 };
    await expect(run({ ...at, code: 'const a = 1;\nmodel.forecast(x);' })).rejects.toThrow(
      /^content\/en\/dropout\.md:41: TypeError: .*forecast/,
    );
    await expect(run({ ...at, code: 'const a = 1;\n\nconst b = ;' })).rejects.toThrow(
      /^content\/en\/dropout\.md:42: SyntaxError/,
    );
  });
});
