import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { changedContent, copyOfContent } from './copy.ts';

const problemsAfter = changedContent();

describe('one run tells', () => {
  it('everything that is wrong once: in the front matter, below it, in the phrasings and between languages', () => {
    const folder = copyOfContent();
    const change = (name: string, edit: (text: string) => string) => {
      const path = join(folder, name);
      writeFileSync(path, edit(readFileSync(path, 'utf8')));
    };
    change('en/dropout.md', (text) =>
      text
        .replace('title: Dropout left on', 'titel: Dropout left on')
        .replace('cases: [same-weights', 'cases: [same-wait')
        .replace('## How to check', '## How to see it'),
    );
    change('zh-CN/dropout.md', (text) =>
      text.replace('variant: training', 'variant: trained').replace(/\nanswer: .*/, `\nanswer: ''`),
    );
    change('en/phrasings/dropout.yaml', () =>
      ['phrasings:', ...Array<string>(3).fill('  - why does it differ so much'), ''].join('\n'),
    );
    rmSync(join(folder, 'zh-CN/phrasings/dropout.yaml'));
    const loaded = loadContent(folder);
    const again =
      '"why does it differ so much" stands in content/en/phrasings/dropout.yaml:2 too; keep it where it fits best, or name several causes in ambiguous.yaml';
    expect(loaded.ok ? [] : loaded.problems).toEqual([
      'content/en/dropout.md:2 title: is missing',
      'content/en/dropout.md:3 titel: is no field that stands here; look at another file for their names',
      'content/en/dropout.md:5 cases.0: must be same-weights / reloaded / retrained / changed-settings, not "same-wait"',
      expect.stringMatching(/^content\/en\/dropout\.md:\d+ sections: must be, in this order: /),
      'content/en/phrasings/dropout.yaml:2 phrasings: needs at least 15 phrasings; it has 3',
      `content/en/phrasings/dropout.yaml:3 phrasings: ${again}`,
      `content/en/phrasings/dropout.yaml:4 phrasings: ${again}`,
      'content/zh-CN/dropout.md:4 answer: is empty',
      'content/zh-CN/dropout.md:18 claims: must be the same as in content/en/dropout.md',
      'content/zh-CN/phrasings/dropout.yaml:1 file: is missing',
    ]);
  });

  it('that a line is still to write, and nothing else about that line', () => {
    const problems = problemsAfter('en/dropout.md', (text) =>
      text
        .replace(/minSpread: 0\.15/, 'minSpread: TODO')
        .replace(/title: .*/, 'title: TODO at most 60 characters'),
    );
    expect(problems).toEqual([
      'content/en/dropout.md:3 still to write: title: at most 60 characters',
      'content/en/dropout.md:19 still to write: before: { identical: false, minSpread: }',
    ]);
  });
});
