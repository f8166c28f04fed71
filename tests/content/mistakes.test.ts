import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { changedContent, copyOfContent } from './copy.ts';

const problemsAfter = changedContent();

describe('a mistake in the content is told with file, line and field', () => {
  const file = 'en/dropout.md';

  it.each([
    [
      'an unknown field',
      (text: string) => text.replace('id: dropout', 'id: dropout\ncolour: red'),
      /^content\/en\/dropout\.md:\d+ colour: is no field that stands here; .*/,
    ],
    [
      'an id that is not the file name',
      (text: string) => text.replace('id: dropout', 'id: data-set'),
      /^content\/en\/dropout\.md:2 id: must be the file name, dropout$/,
    ],
    [
      'an unknown case',
      (text: string) => text.replace('cases: [same-weights', 'cases: [same-wait'),
      /^content\/en\/dropout\.md:5 cases\.0: must be same-weights \/ reloaded \/ retrained \/ changed-settings, not "same-wait"$/,
    ],
    [
      'a line of fix that stands nowhere on the page',
      (text: string) => text.replace('  pytorch: model.eval()', '  pytorch: model.evaluate()'),
      /^content\/en\/dropout\.md:7 fix\.pytorch: must stand in the code under "Fix in PyTorch", letter by letter$/,
    ],
    [
      'a page without the fix of one framework',
      (text: string) => text.replace(/ {2}tfjs: .*\n/, ''),
      /^content\/en\/dropout\.md:\d+ fix\.tfjs: is missing$/,
    ],
    [
      'a source without a proper address',
      (text: string) => text.replace('url: https://arxiv', 'url: arxiv'),
      /^content\/en\/dropout\.md:\d+ sources\.0\.url: must be a whole address that begins with https:\/\/, not "arxiv/,
    ],
    [
      'an empty expectation',
      (text: string) => text.replace('after: { identical: true, maxSpread: 0 }', 'after: {}'),
      /^content\/en\/dropout\.md:\d+ claims\.0\.after: say what must hold: /,
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
      'cases that differ between languages',
      (text: string) => text.replace('cases: [same-weights, ', 'cases: ['),
      /^content\/zh-CN\/dropout\.md:5 cases: must be the same as in content\/en\/dropout\.md$/,
    ],
  ])('%s', (_what, change, expected) => {
    expect(problemsAfter(file, change)).toContainEqual(expect.stringMatching(expected));
  });

  it.each([
    [
      'claims on a page without a demo',
      'en/gpu-kernels.md',
      (text: string) => text.replace('under: floating-point', 'claims: []'),
      /^content\/en\/gpu-kernels\.md:\d+ claims: is no field that stands here; .*/,
    ],
    [
      'a cause without claims',
      'en/dropout.md',
      (text: string) => text.replace(/claims:\n[\s\S]*?---\n/, '---\n'),
      /^content\/en\/dropout\.md:\d+ claims: is missing$/,
    ],
    [
      'a special case of a special case',
      'en/reduced-precision.md',
      (text: string) => text.replace('under: floating-point', 'under: gpu-kernels'),
      /^content\/en\/reduced-precision\.md:6 under: gpu-kernels is itself a special case/,
    ],
    [
      'a special case of different pages in two languages',
      'zh-CN/batch-norm.md',
      (text: string) => text.replace('under: dropout', 'under: data-set'),
      /^content\/zh-CN\/batch-norm\.md:6 under: must be the same as in content\/en\/batch-norm\.md$/,
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
      /^content\/zh-CN\/follow-ups\/is-it-a-bug\.md:\d+ see: must be the same/,
    ],
    [
      'code that is not closed',
      'en/follow-ups/how-to-report.md',
      (text: string) => text.replace(/\n```\n/, '\n'),
      /^content\/en\/follow-ups\/how-to-report\.md:\d+ body: the code is not closed with ```$/,
    ],
    [
      'code in a language that no test runs',
      'en/batch-norm.md',
      (text: string) => text.replace('```js', '```ts'),
      /^content\/en\/batch-norm\.md:\d+ Fix in TensorFlow\.js: mark the code as js or python, not as "ts"$/,
    ],
    [
      'a fix without an example',
      'en/batch-norm.md',
      (text: string) => text.replace('```js', '```ts'),
      /^content\/en\/batch-norm\.md:\d+ Fix in TensorFlow\.js: needs an example in js$/,
    ],
    [
      'a line of code that Discord would break',
      'zh-CN/batch-norm.md',
      (text: string) => text.replace('import torch\n', `import torch  # ${'长'.repeat(30)}\n`),
      /^content\/zh-CN\/batch-norm\.md:\d+ 如何检查: this line of code has 76 columns; at most 72 are/,
    ],
    [
      'other code in another language',
      'zh-CN/dropout.md',
      (text: string) => text.replace('model.eval()     ', 'model.train()     '),
      /^content\/zh-CN\/dropout\.md:\d+ 在 PyTorch 中修复: the code, comments apart, must be the same as in content\/en\/dropout\.md$/,
    ],
    [
      'a fix that is too long together with what it does not fix',
      'en/dropout.md',
      (text: string) => `${text}${'long '.repeat(480)}`,
      /^content\/en\/dropout\.md:\d+ Fix in PyTorch: has \d+ characters together with what it does not fix; at most 3000 fit$/,
    ],
    [
      'an override without a word',
      'zh-TW.yaml',
      (text: string) => `${text}代碼: ''\n`,
      /^content\/zh-TW\.yaml:\d+ 代碼: is empty$/,
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
      problems: ['content/en/follow-ups/how-to-report.md:1 file: is missing'],
    });
  });
});
