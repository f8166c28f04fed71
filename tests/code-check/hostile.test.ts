import { describe, expect, test } from 'vitest';
import { checkCode } from '../../src/code-check/index.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const cell = (source: string) => ({ cell_type: 'code', execution_count: 1, source, outputs: [] });
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Well below the 3 s that a reply may take, on a machine that others use too. */
const most = 3_000;

describe('whatever is sent, the answer comes soon', () => {
  test.each([
    ['100 kB of open brackets', 'a.py', '('.repeat(100_000)],
    ['brackets in many lines', 'a.py', '[(\n'.repeat(33_000)],
    ['a line of 200,000 numbers', 'a.py', `x = [${'1,'.repeat(95_000)}]\nprint(x)`],
    ['100 kB of signs', 'a.js', '}{)(][;:,.<>?/"\''.repeat(6_500)],
    ['a deep tree', 'a.py', `x = ${'f('.repeat(900)}1${')'.repeat(900)}\n`.repeat(20)],
    [
      '400 conditions inside each other',
      'a.py',
      Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}if a:`).join('\n'),
    ],
    [
      'many functions that call each other',
      'a.py',
      Array.from(
        { length: 300 },
        (_, at) =>
          `def f${at}(x):\n    for i in range(9):\n        f${(at * 7) % 300}(x); f${(at * 3) % 300}(x)\n`,
      ).join(''),
    ],
    [
      'many loops',
      'a.py',
      Array.from({ length: 40 }, (_, at) => `${' '.repeat(at)}for i in x:\n`).join('') +
        `${' '.repeat(41)}f(x)`,
    ],
    [
      'a notebook of one huge output',
      'a.ipynb',
      JSON.stringify({
        cells: [{ ...cell('import torch\n'), outputs: [{ data: 'x'.repeat(3_000_000) }] }],
      }),
    ],
    ['a string without an end', 'a.py', `"""${'a\n'.repeat(40_000)}`],
  ])('%s', (_, fileName, text) => {
    const started = process.cpuUsage();
    checkCode({ content: encode(text), fileName });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(most);
  });

  test.each([
    ['a file of zero bytes in its middle', 'a.py', new Uint8Array([105, 0, 0, 109]), 'not-text'],
    [
      'a picture',
      'a.py',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]),
      'not-text',
    ],
    ['a notebook that is none', 'a.ipynb', encode('import torch'), 'not-a-notebook'],
    ['JSON that is nested too deep', 'a.ipynb', encode(nested(200_000)), 'not-a-notebook'],
    ['too large a script', 'a.py', encode('x = 1\n'.repeat(40_000)), 'too-large'],
    [
      'too large a notebook',
      'a.ipynb',
      encode(`{"cells": "${'x'.repeat(4_100_000)}"}`),
      'too-large',
    ],
    ['nothing', 'a.py', encode(' \n'), 'empty'],
  ])('%s is refused', (_, fileName, content, problem) => {
    expect(checkCode({ content, fileName })).toEqual({ ok: false, problem });
  });

  test('a notebook under the name of a script is read as one', () => {
    const text = JSON.stringify({ cells: [cell('import torch\nm = torch.nn.Linear(1, 1)')] });
    const checked = checkCode({ content: text, fileName: 'a.py' });
    expect(checked.ok && checked.report.linesRead.cells).toBe(1);
  });

  test('talk is no code', () => {
    const checked = checkCode({
      content: 'Why does my model give different results every time?',
      fileName: '',
    });
    expect(checked.ok && checked.report.language).toBeNull();
  });
});
