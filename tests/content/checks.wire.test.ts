import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';
import { createFixtures } from './snippets/fixtures.ts';
import { runSnippet } from './snippets/run.ts';
import { tf } from './snippets/tensorflow.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { ruledOut } = loaded.content;

const file = 'content/ruled-out.yaml';
const checksIn = (framework: 'pytorch' | 'keras' | 'tfjs'): [id: string, code: string][] =>
  ruledOut.flatMap(({ id, check }) => {
    const code = check?.[framework];
    return code === undefined ? [] : [[id, code]];
  });

describe('the check of what is ruled out', () => {
  test.each(checksIn('tfjs'))('runs in TensorFlow.js: %s', async (id, code) => {
    await tf.setBackend('wasm');
    const printed: unknown[] = [];
    const given = {
      ...createFixtures('dropout'),
      settings: { units: 4 },
      console: { log: (value: unknown) => printed.push(value) },
    };
    await runSnippet({ name: `${id} 1`, file, heading: '', line: 1, code }, given);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toBeDefined();
  });

  const python = [...checksIn('pytorch'), ...checksIn('keras')];
  const isThere = spawnSync('python3', ['-c', '']).status === 0;
  if (!isThere) console.log(`SKIPPED: the Python checks of ${file}, because python3 is missing.`);
  test.skipIf(!isThere)('is Python where it is for PyTorch or Keras', () => {
    const read =
      'import json, sys; [compile(code, "check", "exec") for code in json.load(sys.stdin)]';
    const input = JSON.stringify(python.map(([, code]) => code));
    const { status, stderr } = spawnSync('python3', ['-c', read], { input, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
