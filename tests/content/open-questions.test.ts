import { describe, expect, it } from 'vitest';
import { changedContent } from './copy.ts';

const problemsAfter = changedContent();

const file = 'questions/author-a.tsv';
/** Changes one cell of the first question; `column` counts from 0. */
const withCell = (column: number, value: string) => (text: string) => {
  const [head, first = '', ...others] = text.split('\n');
  const cells = first.split('\t');
  cells[column] = value;
  return [head, cells.join('\t'), ...others].join('\n');
};

describe('a mistake in an open question is told with file, line and column', () => {
  it.each([
    [
      'an id that stands twice',
      withCell(0, 'a002'),
      /:3 id: must be an id of its own, not "a002"$/,
    ],
    ['another language', withCell(1, 'fr'), /:2 lang: must be en \/ zh \/ zh-TW, not "fr"$/],
    ['another form', withCell(2, 'poem'), /:2 form: must be title \/ chat \/ story, not "poem"$/],
    ['neither ours nor not', withCell(3, 'yes'), /:2 ours: must be 1 \(ours\) or 0, not "yes"$/],
    [
      'a page that is none',
      withCell(4, 'drop-out'),
      /:2 pages: must be ids of pages or follow-ups, not "drop-out"$/,
    ],
    ['ours without a page', withCell(4, ''), /:2 pages: stand where ours is 1, and only there$/],
    ['no text', withCell(8, ' '), /:2 text: is empty$/],
    ['a cell too many', withCell(8, 'a\tb'), /:2 line: needs 9 cells$/],
    [
      'a question that is a phrasing already',
      withCell(8, 'Does dropout make my predictions random?'),
      /:2 phrasings: ".*" stands in content\/en\/phrasings\/dropout\.yaml:\d+ too; /,
    ],
    [
      'other columns',
      (text: string) => text.replace('id\t', 'number\t'),
      /:1 file: must be a \.tsv file that begins with the columns id, lang, /,
    ],
  ])('%s', (_, change, problem) => {
    const problems = problemsAfter(file, change);
    expect(problems).toContainEqual(expect.stringMatching(problem));
    expect(problems.every((line) => line.startsWith('content/'))).toBe(true);
  });
});
