import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawWeights } from '../../src/lstm/index.ts';
import { createTfjsEngine } from '../../src/lstm/tfjs/index.ts';
import { forwardLstm } from './reference.ts';

const isInstalled = (() => {
  try {
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-node');
    return true;
  } catch {
    return false;
  }
})();

if (!isInstalled)
  console.log(
    'SKIPPED: the native TensorFlow.js engine, because the optional package @tensorflow/tfjs-node is not installed.',
  );

describe.skipIf(!isInstalled)('the native TensorFlow.js engine', () => {
  it('is used where it is installed, and computes the same LSTM', async () => {
    const engine = await createTfjsEngine();
    expect(engine.name).toBe('tfjs-node');
    const weights = drawWeights('7', 0, { inputFeatures: 1, units: 5 });
    const windows = {
      values: Float32Array.of(0.1, -0.4, 0.9),
      samples: 1,
      timeSteps: 3,
      features: 1,
    };
    expect(engine.predict(weights, windows)[0]).toBeCloseTo(
      forwardLstm(weights, windows)[0] ?? 0,
      5,
    );
  });
});
