import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCode, diffOf } from '../../src/code-check/index.ts';
import { parse } from '../../src/code-check/parse/index.ts';
import { torchScript } from './scripts.ts';

const head =
  'import numpy as np\nimport torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';
const scripts: readonly (readonly [string, string])[] = [
  ['eval() before a prediction', torchScript('with torch.no_grad():\n    print(model(x))\n')],
  ['eval() in one line with others', torchScript('for i in range(3): print(model(x))\n')],
  [
    'F.dropout',
    `${head}class Net(nn.Module):\n    def forward(self, x):\n        x = F.dropout(x)\n        return F.dropout(x, p=0.5, training=True)\n`,
  ],
  [
    'a split',
    'from sklearn.model_selection import train_test_split\na, b = train_test_split(\n    x,\n    test_size=0.2,\n)\n',
  ],
  [
    'a file whose last line has no end',
    'from keras.callbacks import EarlyStopping\nstop = EarlyStopping()',
  ],
  ['a set', 'chars = list(set(text))\n'],
  ['early stopping', 'from keras.callbacks import EarlyStopping\nstop = EarlyStopping()\n'],
  [
    'two states in one line',
    `${head}class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.lstm = nn.LSTM(1, 8)\n    def forward(self, x):\n        return self.lstm(x, (torch.randn(1, 1, 8), torch.randn(1, 1, 8)))\n`,
  ],
  ['a loose load', 'import torch\nmodel.load_state_dict(torch.load("a"), strict=False)\n'],
  [
    'a stateful layer',
    'from keras import Sequential, layers\nm = Sequential([layers.LSTM(3, stateful=True)])\nm.load_weights("a")\nm.predict(x)\nif x:\n    m.predict(x)\n',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'corrected-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The script with all that is suggested. */
function corrected(script: string): string {
  const asked = { content: script, fileName: 'a.py' };
  const checked = checkCode(asked);
  if (!checked.ok) throw new Error(checked.problem);
  const old = join(folder, 'a.py');
  writeFileSync(old, script);
  const diff = diffOf(asked, checked.report.findings);
  expect(diff).not.toBe('');
  const patched = spawnSync('patch', ['--silent', '-o', '-', old], {
    cwd: folder,
    input: diff,
    encoding: 'utf8',
  });
  expect(patched.stderr).toBe('');
  return patched.stdout;
}

const hasPatch = spawnSync('patch', ['--version']).status === 0;
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPatch)('what is suggested can be applied as a patch', () => {
  test.each(scripts)('%s', (_, script) => {
    const text = corrected(script);
    expect(parse(text, 'python').errors).toBe(0);
    if (!hasPython) return;
    const compiled = spawnSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
      input: text,
      encoding: 'utf8',
    });
    expect(compiled.stderr).toBe('');
  });

  test('corrected, the script is no longer found fault with', () => {
    const script = torchScript('with torch.no_grad():\n    print(model(x))\n');
    const checked = checkCode({ content: corrected(script), fileName: 'a.py' });
    expect(checked.ok && checked.report.findings).toEqual([]);
  });
});
