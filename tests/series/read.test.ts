import { expect, test } from 'vitest';
import { readSeries } from '../../src/series/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';

const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 23) / 2);
const csv = (lines: readonly (string | number)[]) => Buffer.from(lines.join('\n'));

test('a column of numbers is read, with or without a name above it', () => {
  expect(readSeries(csv(values))).toEqual({ ok: true, values });
  expect(readSeries(csv(['temperature', ...values, '']))).toEqual({ ok: true, values });
});

test('dates and a column that counts are no series', () => {
  const lines = values.map((value, i) => `${i},2024-01-${i},${value}`);
  expect(readSeries(csv(['row,date,value', ...lines]))).toEqual({ ok: true, values });
});

test('a decimal comma is one where semicolons separate', () => {
  const lines = values.map((value) => `x;${String(value).replace('.', ',')}`);
  expect(readSeries(csv(['day;value', ...lines]))).toEqual({ ok: true, values });
});

test('a column is chosen by its name or its number', () => {
  const file = csv(['a,b', ...values.map((value, i) => `${(i * i) % 7},${value}`)]);
  expect(readSeries(file, ' B ')).toEqual({ ok: true, values });
  expect(readSeries(file, '2')).toEqual({ ok: true, values });
});

const noise = (count: number, at: number, bad: string | number) =>
  csv(Array.from({ length: count }, (_, i) => (i === at ? bad : (i * 37) % 23)));

test.each([
  ['whichColumn', csv(values.map((value, i) => `${(i * i) % 7},${value}`))],
  ['noColumn', csv(values), 'b'],
  ['missing', noise(100, 20, 'NA')],
  ['missing', csv(['a,b', ...values.map((value, i) => (i === 5 ? ',1' : `${value},1`))]), 'a'],
  ['notANumber', noise(100, 20, '12:30')],
  ['notANumber', noise(100, 20, 'inf')],
  ['tooFew', noise(79, -1, 0)],
  ['tooMany', noise(5001, -1, 0)],
  ['constant', csv(Array.from({ length: 100 }, (_, i) => (i < 90 ? 5 : i)))],
  ['huge', noise(100, 20, '1e300')],
  ['huge', noise(100, 99, '1e20')],
  ['decimalComma', csv(values.map(() => '0,5123'))],
  ['noNumbers', csv(['one', 'two'])],
  ['noNumbers', csv([])],
  ['noText', Buffer.from([1, 2, 0, 3])],
  ['tooBig', Buffer.alloc(2_000_001, '1')],
] as const)('%s: one sentence in each language says what to do', (kind, file, column?: string) => {
  const read = readSeries(file, column);
  expect(read).toMatchObject({ ok: false, problem: { kind } });
  if (read.ok) return;
  for (const locale of locales)
    expect(wordsFor(locale).tellSeriesProblem(read.problem)).toMatch(/^[^.。]+.*[.。]$/);
});

test('names of a hostile file are listed without marks', () => {
  const file = csv(['**@everyone**,`b`', ...values.map((value, i) => `${(i * i) % 7},${value}`)]);
  expect(readSeries(file)).toEqual({
    ok: false,
    problem: { kind: 'whichColumn', columns: ['everyone', 'b'] },
  });
});
