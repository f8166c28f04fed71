import { describe, expect, it } from 'vitest';
import { changedContent } from './copy.ts';

const problemsAfter = changedContent();

describe('a mistake in what the answerer learns from is told with file, line and field', () => {
  it.each([
    [
      'too few phrasings',
      'en/phrasings/dropout.yaml',
      () => 'phrasings:\n  - only one\n',
      /^content\/en\/phrasings\/dropout\.yaml:2 phrasings: needs at least 15 phrasings; it has 1$/,
    ],
    [
      'a phrasing that stands twice',
      'en/phrasings/dropout.yaml',
      (text: string) =>
        text.replace('\n', '\n  - Does shuffling the training data change the result?\n'),
      /^content\/en\/phrasings\/dropout\.yaml:2 phrasings: ".*" stands in content\/en\/phrasings\/batch-order\.yaml:\d+ too; /,
    ],
    [
      'a phrasing that stands on a page and among the ambiguous ones',
      'ambiguous.yaml',
      (text: string) =>
        text.replace('    - inconsistent results\n', '    - Is dropout active during inference?\n'),
      /^content\/ambiguous\.yaml:\d+ phrasings: ".*" stands in content\/en\/phrasings\/dropout\.yaml:\d+ too; /,
    ],
    [
      'a phrasing that is off-topic too',
      'off-topic.yaml',
      (text: string) => `${text}again:\n  - is dropout active during inference\n`,
      /^content\/off-topic\.yaml:\d{4} phrasings: ".*" stands in content\/en\/phrasings\/dropout\.yaml:\d+ too; /,
    ],
    [
      'a pattern that is no regular expression',
      'ruled-out.yaml',
      (text: string) => `${text}\nbroken:\n  rules-out: []\n  wordings:\n    - fine\n    - "("\n`,
      /^content\/ruled-out\.yaml:\d+ broken\.wordings\.1: "\(" is not a regular expression: .+$/,
    ],
    [
      'a pattern that can never match',
      'ruled-out.yaml',
      (text: string) => `${text}\nbroken:\n  rules-out: []\n  wordings:\n    - \\bCPU\n`,
      /^content\/ruled-out\.yaml:\d+ broken\.wordings\.0: "\\bCPU" has a capital letter/,
    ],
    [
      'a cause that there is no page for',
      'ruled-out.yaml',
      (text: string) => `${text}\nbroken:\n  rules-out: [gremlins]\n  wordings: [gremlins]\n`,
      /^content\/ruled-out\.yaml:\d+ broken\.rules-out\.0: /,
    ],
    [
      'a frame that names no cause',
      'evidence.yaml',
      (text: string) => text.replace('suspicion:\n  [', "suspicion:\n  [\n    'it',"),
      /^content\/evidence\.yaml:\d+ suspicion\.0: "it" needs \{name\} where a cause is named/,
    ],
  ])('%s', (_what, file_, change, expected) => {
    expect(problemsAfter(file_, change)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('a mistake in the glossary, or in what is said around a question, is told with file, line and field', () => {
  it.each([
    [
      'a word that the other language lacks',
      'en/glossary.yaml',
      (text: string) => text.replace('\nseed:\n', '\nrandom-seed:\n'),
      [
        /^content\/en\/glossary\.yaml:\d+ random-seed: has no entry in content\/zh-CN\/glossary\.yaml$/,
        /^content\/zh-CN\/glossary\.yaml:\d+ seed: has no entry in content\/en\/glossary\.yaml$/,
      ],
    ],
    [
      'a word that leads elsewhere than in the other language',
      'zh-CN/glossary.yaml',
      (text: string) => text.replace('see: [dropout]', 'see: [batch-norm]'),
      [
        /^content\/zh-CN\/glossary\.yaml:\d+ dropout\.see: must be as in content\/en\/glossary\.yaml$/,
      ],
    ],
    [
      'a page that is none',
      'en/glossary.yaml',
      (text: string) => text.replace('see: [dropout]', 'see: [drop-out]'),
      [/^content\/en\/glossary\.yaml:\d+ dropout\.see\.0: must be .+, not "drop-out"$/],
    ],
    [
      'a name of two words',
      'en/glossary.yaml',
      (text: string) => text.replace('asked: [epoch,', 'asked: [seed,'),
      [/^content\/en\/glossary\.yaml:\d+ epoch\.asked: "seed" is a name of seed too$/],
    ],
    [
      'a saying that is missing',
      'conversation.yaml',
      (text: string) => text.replace('\nthanks:\n', '\nthank:\n'),
      [
        /^content\/conversation\.yaml:\d+ thank/,
        /^content\/conversation\.yaml:\d+ thanks: is missing$/,
      ],
    ],
  ])('%s', (_what, file, change, expected) => {
    const problems = problemsAfter(file, change);
    expect(problems).toEqual(
      expect.arrayContaining(expected.map((each) => expect.stringMatching(each))),
    );
    expect(problems).toHaveLength(expected.length);
  });
});
