import { describe, expect, test } from 'vitest';
import { votesAltText, votesConfig, votesHeight } from '../../src/charts/index.ts';
import { themeNames } from '../../src/charts/theme.ts';
import { locales, wordsFor } from '../../src/words/index.ts';

const once = { right: 1, counts: [[3, 20, 12]] };
const twice = {
  right: 1,
  counts: [
    [27, 18],
    [9, 38],
  ],
};
const nobody = { right: 0, counts: [[0, 0, 0, 0]] };

describe('the chart of votes', () => {
  test.each([
    ['en', once, 'Votes: 20 of 35 were right. A: 3; B (right): 20; C: 12.'],
    ['en', { right: 0, counts: [[1, 0]] }, 'Votes: 1 of 1 was right. A (right): 1; B: 0.'],
    ['en', twice, 'Votes: 38 of 47 were right. A: 27, then 9; B (right): 18, then 38.'],
    ['en', nobody, 'Votes: Nobody voted. A (right): 0; B: 0; C: 0; D: 0.'],
    ['zh-CN', once, '投票：35 人中 20 人答对。A：3；B（正确）：20；C：12。'],
    ['zh-CN', nobody, '投票：没有人投票。A（正确）：0；B：0；C：0；D：0。'],
    ['zh-TW', twice, '投票：47 人中 38 人答對。A：先 27，後 9；B（正確）：先 18，後 38。'],
  ] as const)('says in %s what it shows', (locale, votes, words) => {
    expect(votesAltText(votes, wordsFor(locale).chart)).toBe(words);
  });

  test.each([
    ['en', 'Nobody voted before the discussion. Below: after it.'],
    ['zh-CN', '讨论之前没有人投票。下：讨论之后。'],
  ] as const)('says in %s that nobody voted the first time', (locale, words) => {
    const late = {
      right: 0,
      counts: [
        [0, 0],
        [2, 1],
      ],
    };
    const { plugins } = votesConfig(late, wordsFor(locale).chart).options ?? {};
    expect([plugins?.subtitle?.text].flat().join(' ')).toBe(words);
  });

  test.each(locales.flatMap((locale) => themeNames.map((theme) => [locale, theme] as const)))(
    'has a bar for each answer and vote, in %s, %s',
    (locale, theme) => {
      for (const [votes, bars] of [
        [once, 3],
        [twice, 4],
        [nobody, 4],
      ] as const)
        expect(votesConfig(votes, wordsFor(locale).chart, theme).data.datasets).toHaveLength(bars);
    },
  );

  test('grows with its answers, and more where the class voted twice', () => {
    expect(votesHeight(nobody)).toBeGreaterThan(votesHeight(once));
    expect(votesHeight(twice)).toBeGreaterThan(votesHeight({ ...twice, counts: [[1, 2]] }));
  });
});
