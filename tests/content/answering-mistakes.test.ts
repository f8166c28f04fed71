import { describe, expect, it } from 'vitest';
import { problemsAfter } from './copy.ts';

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
      'concepts.yaml',
      (text: string) => `${text}\nbroken:\n  - fine\n  - "("\n`,
      /^content\/concepts\.yaml:\d+ broken\.1: "\(" is not a regular expression: .+$/,
    ],
    [
      'a pattern that can never match',
      'ruled-out.yaml',
      (text: string) => `${text}\nbroken:\n  - \\bCPU\n`,
      /^content\/ruled-out\.yaml:\d+ broken\.0: "\\bCPU" has a capital letter/,
    ],
  ])('%s', (_what, file_, change, expected) => {
    expect(problemsAfter(file_, change)).toEqual([expect.stringMatching(expected)]);
  });
});
