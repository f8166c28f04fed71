import { describe, expect, test } from 'vitest';
import { runCheckCommand } from '../../src/cli/check/command.ts';

const sampled = 'import numpy as np\ndef pick(preds):\n    return np.random.choice(5, p=preds)\n';
const fine = 'import numpy as np\nprint(np.argmax([1, 2]))\n';

/** What one call prints, complains of, and its exit code. */
function run(
  args: readonly string[],
  files: Readonly<Record<string, string>> = { 'a.py': sampled },
) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = runCheckCommand(args, {
    print: (text) => void printed.push(text),
    complain: (line) => void complained.push(line),
    read: (file) => {
      const text = files[file];
      if (text === undefined) throw new Error('ENOENT');
      return new TextEncoder().encode(text);
    },
  });
  return { code, printed: printed.join('\n'), complained };
}

describe('npm run check', () => {
  test('says the line, why, and what it read', () => {
    const { printed, code } = run(['a.py']);
    expect(code).toBe(0);
    expect(printed).toContain('1. Line 3: differs on every call (sampling-temperature)');
    expect(printed).toContain('> return np.random.choice(5, p=preds)');
    expect(printed).toContain('I read lines 1 to 3.');
  });

  test('JSON has the fields that scripts rely on', () => {
    const json: unknown = JSON.parse(run(['a.py', '--json']).printed);
    expect(json).toMatchObject({
      file: 'a.py',
      language: 'python',
      frameworks: ['numpy'],
      findings: [
        {
          rule: 'A7',
          page: 'sampling-temperature',
          when: 'call',
          sure: 'sure',
          line: 3,
          endLine: 3,
        },
      ],
    });
  });

  test('a script without a finding says so', () => {
    expect(run(['a.py'], { 'a.py': fine }).printed).toContain(
      'I see nothing in this code that makes outputs differ.',
    );
  });

  test('talk is no code', () => {
    expect(run(['-'], { '-': 'Why does it differ each time?' }).printed).toContain(
      'I see no code in this.',
    );
  });

  test('the three languages say it', () => {
    expect(run(['a.py', '--lang', 'zh-CN']).printed).toContain('第 3 行按模型给出的概率随机抽取');
    expect(run(['a.py', '--lang', 'zh-TW']).printed).toContain('第 3 行按模型給出的機率隨機');
  });

  test.each([
    [['call'], 1],
    [['process,call'], 1],
    [['process'], 0],
  ])('--fail-on %s ends with %i', ([whats = ''], code) =>
    expect(run(['a.py', '--fail-on', whats]).code).toBe(code),
  );

  test('--differs puts what fits first', () => {
    const script = `import torch.nn as nn\nchars = list(set(open('a.txt').read()))\nmodel = nn.LSTM(1, 2)\n`;
    const rules = (...args: string[]) =>
      (
        JSON.parse(run(['a.py', '--json', ...args], { 'a.py': script }).printed) as {
          findings: { rule: string }[];
        }
      ).findings.map(({ rule }) => rule);
    expect(rules()).toEqual(['C14a', 'C1']);
    expect(rules('--differs', 'retraining')).toEqual(['C1', 'C14a']);
  });

  test('--diff prints a patch and nothing else', () => {
    const script = 'chars = list(set(text))\n';
    expect(run(['a.py', '--diff'], { 'a.py': script }).printed).toBe(
      '--- a.py\n+++ a.py\n@@ -1,1 +1,1 @@\n-chars = list(set(text))\n+chars = list(sorted(set(text)))',
    );
  });

  test.each([
    [[]],
    [['a.py', 'b.py']],
    [['missing.py']],
    [['a.py', '--lang', 'fr']],
    [['a.py', '--differs', 'never']],
    [['a.py', '--fail-on', 'call,nothing']],
    [['a.py', '--nothing']],
  ])('%j is bad input: one line, exit code 2', (args) => {
    const { code, complained, printed } = run(args);
    expect({ code, printed, lines: complained.length }).toEqual({ code: 2, printed: '', lines: 1 });
    expect(complained[0]).not.toContain('\n');
  });

  test('--help says what there is', () => expect(run(['--help']).printed).toContain('--fail-on'));
});
