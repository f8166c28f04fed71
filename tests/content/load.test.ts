import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { causeIds } from '../../src/causes.ts';
import { loadContent, sectionIds } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';
import { locales } from '../../src/words/index.ts';

const real = join(projectRoot, 'content');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The problems of a copy of the real content in which one file was changed. */
function problemsAfter(file: string, change: (text: string) => string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-content-'));
  folders.push(folder);
  cpSync(real, folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, 'the test changes the file').not.toBe(before);
  writeFileSync(path, after);
  const loaded = loadContent(folder);
  return loaded.ok ? [] : loaded.problems;
}

describe('the content', () => {
  const loaded = loadContent(real);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const { pages, concepts, offTopic } = loaded.content;

  it('has a page on every cause in every language, with every section', () => {
    for (const locale of locales)
      for (const id of causeIds) {
        const page = pages.get(locale)?.get(id);
        expect(page?.locale).toBe(locale);
        for (const section of sectionIds) expect(page?.sections[section], section).toBeTruthy();
      }
  });

  it('has ten phrasings or more of every cause in every language', () => {
    for (const locale of locales)
      for (const page of pages.get(locale)?.values() ?? [])
        expect(page.phrasings.length, `${locale}/${page.id}`).toBeGreaterThanOrEqual(10);
  });

  it('has concepts and off-topic questions', () => {
    expect(concepts.length).toBeGreaterThan(20);
    expect(offTopic.length).toBeGreaterThan(100);
  });

  it('keeps code and addresses as they are in the derived pages', () => {
    const derived = pages.get('zh-TW')?.get('dropout')?.sections;
    expect(derived?.['fix-pytorch']).toContain('model.eval()');
    expect(derived?.sources).toContain('https://arxiv.org/abs/1512.05287');
    expect(derived?.['what-happens']).toContain('訓練');
  });

  it('lists its sources as links', () => {
    expect(pages.get('en')?.get('dropout')?.sections.sources).toMatch(/^- \[.+\]\(https:\/\/.+\)/);
  });
});

describe('a mistake in the content is told with file, line and field', () => {
  const file = 'en/dropout.md';

  it.each([
    [
      'an unknown field',
      (text: string) => text.replace('id: dropout', 'id: dropout\ncolour: red'),
      /^content\/en\/dropout\.md:\d+ front matter: .*colour/,
    ],
    [
      'an id that is not the file name',
      (text: string) => text.replace('id: dropout', 'id: data-set'),
      /^content\/en\/dropout\.md:2 id: must be the file name, dropout$/,
    ],
    [
      'an unknown case',
      (text: string) => text.replace('cases: [same-weights', 'cases: [same-wait'),
      /^content\/en\/dropout\.md:5 cases\.0: /,
    ],
    [
      'too few phrasings',
      (text: string) => text.replace(/phrasings:\n(?: {2}- .*\n)+/, 'phrasings:\n  - only one\n'),
      /^content\/en\/dropout\.md:\d+ phrasings: /,
    ],
    [
      'a source without a proper address',
      (text: string) => text.replace('url: https://arxiv', 'url: arxiv'),
      /^content\/en\/dropout\.md:\d+ sources\.0\.url: /,
    ],
    [
      'an empty expectation',
      (text: string) => text.replace('after: { identical: true, maxSpread: 0 }', 'after: {}'),
      /^content\/en\/dropout\.md:\d+ claims\.0\.after: /,
    ],
    [
      'broken YAML',
      (text: string) => text.replace('title: Dropout', 'title: "Dropout'),
      /^content\/en\/dropout\.md:\d+ yaml: /,
    ],
    [
      'no front matter',
      (text: string) => text.replace('---\n', ''),
      /^content\/en\/dropout\.md:1 front matter: /,
    ],
    [
      'a heading in another wording',
      (text: string) => text.replace('## How to check', '## How to see it'),
      /^content\/en\/dropout\.md:\d+ sections: must be, in this order: /,
    ],
    [
      'an empty section',
      (text: string) =>
        text.replace(
          /## Fix in Keras\n[\s\S]*?\n## Fix in PyTorch/,
          '## Fix in Keras\n\n## Fix in PyTorch',
        ),
      /^content\/en\/dropout\.md:\d+ Fix in Keras: is empty$/,
    ],
    [
      'a section that is too long',
      (text: string) => `${text}${'long '.repeat(700)}`,
      /^content\/en\/dropout\.md:\d+ What the fix does not fix: has \d+ characters; at most 3000 fit$/,
    ],
    [
      'a phrasing that stands twice',
      (text: string) =>
        text.replace(
          'phrasings:\n',
          'phrasings:\n  - Does shuffling the training data change the result?\n',
        ),
      /^content\/en\/dropout\.md:1 phrasings: ".*" stands in content\/en\/batch-order\.md too$/,
    ],
    [
      'cases that differ between languages',
      (text: string) => text.replace('cases: [same-weights, ', 'cases: ['),
      /^content\/zh-CN\/dropout\.md:1 cases: must be the same as in content\/en\/dropout\.md$/,
    ],
  ])('%s', (_what, change, expected) => {
    expect(problemsAfter(file, change)).toContainEqual(expect.stringMatching(expected));
  });

  it('a pattern that is no regular expression', () => {
    const problems = problemsAfter('concepts.yaml', (text) => `${text}\nbroken:\n  - "("\n`);
    expect(problems).toEqual(['content/concepts.yaml:1 broken: "(" is not a regular expression']);
  });

  it('and all of them at once', () => {
    const problems = problemsAfter(file, (text) =>
      text
        .replace('cases: [same-weights', 'cases: [same-wait')
        .replace('url: https://arxiv', 'url: arxiv'),
    );
    expect(
      problems.filter((problem) => problem.startsWith('content/en/dropout.md:')).length,
    ).toBeGreaterThan(1);
  });
});
