import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scale } from '../../src/triage/index.ts';
import { snippetsIn } from './snippets/extract.ts';
import { realContent } from './copy.ts';

const steps = Object.values(scale).map((size) => size.toExponential());

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  test.each(['floating-point.md', 'follow-ups/is-it-a-bug.md'])(
    'the list of sizes in %s is the scale that the triage goes by',
    (file) => {
      const text = readFileSync(join(realContent, locale, file), 'utf8');
      const list = text.split('\n').filter((line) => /^- .*\b1e-\d/.test(line));
      const told = list.flatMap((line) => line.match(/\b1e-\d/g) ?? []);
      expect([...new Set(told)]).toEqual(steps);
    },
  );

  test('every tolerance in code is that of rounding', () => {
    const code = ['js', 'python'] as const;
    const tolerances = code
      .flatMap((language) => snippetsIn(locale, language))
      .flatMap((snippet) => snippet.code.match(/(?<=[ra]tol=|Close\(a, b, )[\d.e-]+/g) ?? []);
    expect(tolerances.length).toBeGreaterThan(6);
    expect(new Set(tolerances)).toEqual(new Set([scale.rounding.toExponential()]));
  });
});
