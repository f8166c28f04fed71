import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { copyOfContent, problemsAfter } from './copy.ts';

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

  it.each([
    [
      'claims on a page without a demo',
      'en/gpu-kernels.md',
      (text: string) => text.replace('under: floating-point', 'claims: []'),
      /^content\/en\/gpu-kernels\.md:\d+ front matter: .*claims/,
    ],
    [
      'a cause without claims',
      'en/dropout.md',
      (text: string) => text.replace(/claims:\n[\s\S]*?---\n/, '---\n'),
      /^content\/en\/dropout\.md:\d+ claims: /,
    ],
    [
      'a special case of a special case',
      'en/reduced-precision.md',
      (text: string) => text.replace('under: floating-point', 'under: gpu-kernels'),
      /^content\/en\/reduced-precision\.md:1 under: gpu-kernels is itself a special case/,
    ],
    [
      'a special case of different pages in two languages',
      'zh-CN/batch-norm.md',
      (text: string) => text.replace('under: dropout', 'under: data-set'),
      /^content\/zh-CN\/batch-norm\.md:1 under: must be the same as in content\/en\/batch-norm\.md$/,
    ],
    [
      'a follow-up that leads nowhere',
      'en/follow-ups/is-it-a-bug.md',
      (text: string) => text.replace('see: [dropout', 'see: [drop-out'),
      /^content\/en\/follow-ups\/is-it-a-bug\.md:\d+ see\.0: /,
    ],
    [
      'a follow-up that is too long',
      'zh-CN/follow-ups/is-it-a-bug.md',
      (text: string) => `${text}${'长'.repeat(3000)}`,
      /^content\/zh-CN\/follow-ups\/is-it-a-bug\.md:\d+ body: has \d+ characters; at most 3000 fit$/,
    ],
    [
      'a follow-up that leads elsewhere in another language',
      'zh-CN/follow-ups/is-it-a-bug.md',
      (text: string) => text.replace('see: [dropout, ', 'see: ['),
      /^content\/zh-CN\/follow-ups\/is-it-a-bug\.md:1 see: must be the same/,
    ],
  ])('%s', (_what, changed, change, expected) => {
    expect(problemsAfter(changed, change)).toContainEqual(expect.stringMatching(expected));
  });

  it.each(['en/gpu-kernel.md', 'zh-CN/follow-ups/is-it-bug.md'])(
    'a file of an unknown name: %s',
    (name) => {
      const folder = copyOfContent();
      writeFileSync(join(folder, name), '---\n---\n');
      const loaded = loadContent(folder);
      expect(loaded).toEqual({
        ok: false,
        problems: [expect.stringContaining(`content/${name}:1 file: must be named `)],
      });
    },
  );

  it('a missing follow-up', () => {
    const folder = copyOfContent();
    rmSync(join(folder, 'en/follow-ups/how-to-report.md'));
    expect(loadContent(folder)).toEqual({
      ok: false,
      problems: ['content/en/follow-ups/how-to-report.md:1 file: is missing or has problems'],
    });
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
