import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { createEngine, drawWeights, nativeProblem } from '../../src/lstm/index.ts';
import { nativeLibrary, openNative, probeNative } from '../../src/lstm/native.ts';
import { projectRoot } from '../../src/root.ts';
import { whyOtherBytes, wordsFor } from '../../src/words/index.ts';
import { forwardLstm } from './reference.ts';

const fixture = (name: string) => join(projectRoot, 'tests/lstm/fixtures/native', name);

describe('the probe of a native library', () => {
  test('what is not installed is absent, and nothing is wrong', async () => {
    expect(await probeNative(fixture('nowhere.cjs'))).toEqual({ kind: 'absent' });
  });

  test.each([
    [
      'aborts.cjs',
      'it ends the process that loads it (SIGABRT): The TensorFlow library was compiled to use AVX instructions',
    ],
    ['bus-error.cjs', 'it ends the process that loads it (SIGBUS)'],
    [
      'throws.cjs',
      'libtensorflow_cc.so.2: cannot open shared object file: No such file or directory',
    ],
    ['empty.cjs', 'it does not compute a product'],
  ])('%s costs the probe alone, and the reason is kept', async (name, reason) => {
    expect(await probeNative(fixture(name))).toEqual({ kind: 'broken', reason });
  });
});

test('a replay code that a native library made otherwise: the reason names TensorFlow and oneDNN', () => {
  const say = wordsFor('en').demoCli;
  const library = { version: '2.12.1', oneDnn: false };
  expect(whyOtherBytes('same', { library }, say)).toContain(
    'Here it is TensorFlow 2.12.1 without oneDNN',
  );
  expect(whyOtherBytes('older', { library }, say)).toContain('An older version');
  expect(whyOtherBytes('same', {}, say)).toContain('different kind of machine');
});

const native = await openNative();
if (native.kind === 'absent')
  console.log(
    'SKIPPED: the native TensorFlow.js engine, because the optional package @tensorflow/tfjs-node is not installed: npm run setup:native',
  );

describe.skipIf(native.kind === 'absent')('the native TensorFlow.js engine', () => {
  it('works where it is installed, and names what it computes with', () => {
    expect(nativeProblem()).toBeUndefined();
    expect(nativeLibrary()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+/),
      oneDnn: expect.any(Boolean),
    });
  });

  it.each(['tfjs', 'tfjs-node'] as const)(
    'is what LSTM_ENGINE=%s takes, and computes the same LSTM',
    async (choice) => {
      const engine = await createEngine(choice);
      expect(engine.name).toBe('tfjs-node');
      const weights = drawWeights('7', 0, { inputFeatures: 1, units: 5 });
      const values = Float32Array.of(0.1, -0.4, 0.9);
      const windows = { values, samples: 1, timeSteps: 3, features: 1 };
      const [output] = engine.predict(weights, windows);
      expect(output).toBeCloseTo(forwardLstm(weights, windows)[0] ?? 0, 5);
    },
  );
});

test('LSTM_ENGINE=tfjs-node without the package says how to install it; tfjs takes WebAssembly', () => {
  const { href } = pathToFileURL(join(projectRoot, 'dist/src/lstm/index.js'));
  const code = `import { createEngine } from ${JSON.stringify(href)};
    await createEngine('tfjs-node').catch((error) => console.log(error.message));
    console.log((await createEngine('tfjs')).name);`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', fixture('uninstalled.cjs'), '--input-type=module', '--eval', code],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(/not installed\..*npm run setup:native.*\ntfjs-wasm\n$/);
});
