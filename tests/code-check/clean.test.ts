import { describe, expect, test } from 'vitest';
import { clean } from '../../src/code-check/clean/index.ts';
import { check, found } from './scripts.ts';

const cleaned = (content: string | Uint8Array, fileName = 'a.py'): readonly string[] => {
  const result = clean({ content, fileName });
  return result.ok ? result.source.lines : [result.problem];
};

describe('what stands around code goes, and lines keep their numbers', () => {
  test.each([
    ['Windows ends of lines', 'a = 1\r\nb = 2', ['a = 1', 'b = 2']],
    ['blanks that are none', 'a\u00A0= 1\u200B', ['a = 1']],
    ['fences', 'Look:\n```py\nmodel.eval()\n```\nWhy?', ['', '', 'model.eval()', '', '']],
    ['prompts', '>>> x = 1\n... y\n5\n>>> z', ['x = 1', 'y', '', 'z']],
    ['prompts of a notebook', 'In [4]: x = 1\nOut[4]: 7', ['x = 1', '']],
    ['numbers of lines', '1 a = 1\n2 if a:\n3     b = 2', ['a = 1', 'if a:', '    b = 2']],
    [
      'commands',
      '%matplotlib inline\n!pip install keras\nx?\nfiles = !ls\na = 1',
      ['', '', '', 'files = None', 'a = 1'],
    ],
    [
      'full-width signs',
      'print（"好，（）"，x）  # 注释（一）',
      ['print("好，（）",x)  # 注释（一）'],
    ],
    ['full-width quotes', 'x = “a”', ['x = "a"']],
    [
      'a sentence',
      'Here is my training code\nmodel.fit(x, y)\nWhat is wrong with it?',
      ['', 'model.fit(x, y)', ''],
    ],
    [
      'a string without an end',
      'x = 1\n"""Note\nmodel.fit(x, y)',
      ['x = 1', '#""Note', 'model.fit(x, y)'],
    ],
  ])('%s', (_, text, lines) => expect(cleaned(text)).toEqual(lines));

  test('code that reads like a sentence stays', () => {
    const lines = [
      'for layer in layers:',
      'import torch',
      'class Net:',
      'else:',
      'def step(self, x, y):',
      'not done',
    ];
    expect(cleaned(lines.join('\n'))).toEqual(lines);
  });

  test('of a page only its scripts are read', () => {
    const page =
      '<html><script src="tf.js"></script>\n<script>\nconst a = 1;\n</script>\n<p>b</p></html>';
    expect(cleaned(page, 'a.html')).toEqual(['', '', 'const a = 1;', '', '']);
  });

  test('cells of a notebook follow each other, those in other languages are left out', () => {
    const cells = [
      { cell_type: 'code', source: ['import torch\n', 'x = 1'] },
      { cell_type: 'markdown', source: 'y = 2' },
      { cell_type: 'code', source: '%%bash\nls' },
      { cell_type: 'code', source: '%%time\nz = 3' },
    ];
    expect(cleaned(JSON.stringify({ cells }), 'a.ipynb')).toEqual([
      'import torch',
      'x = 1',
      '',
      '',
      '',
      'z = 3',
    ]);
  });

  test('GBK, as Chinese Windows writes it, is read', () => {
    expect(cleaned(new Uint8Array([0x23, 0xd6, 0xd0, 0x0a, 0x78]))).toEqual(['#中', 'x']);
  });

  test('full-width signs are told of', () => {
    expect(check('import torch\nprint（1）').notes).toEqual([
      { kind: 'full-width', place: { line: 2, endLine: 2 } },
    ]);
  });
});

describe('places', () => {
  test('in a notebook they are counted by cell', () => {
    const cells = [
      { cell_type: 'code', source: 'import numpy as np' },
      { cell_type: 'code', source: '\ndef pick(preds):\n    return np.random.choice(3, p=preds)' },
    ];
    const { findings } = check(JSON.stringify({ cells }), 'a.ipynb');
    expect(findings).toMatchObject([{ rule: 'A7', place: { cell: 1, line: 3 } }]);
  });

  test('JavaScript is known by its looks', () => {
    expect(
      found(
        "const tf = require('@tensorflow/tfjs');\nconst model = tf.sequential();\nmodel.add(tf.layers.dense({ units: 1 }));\n",
        '',
      ),
    ).toEqual(['C11@3']);
  });
});
