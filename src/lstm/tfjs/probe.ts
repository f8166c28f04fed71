// Run by src/lstm/native.ts, in a process that may die of it: loads the package that is named, trains a small LSTM with it, and
// prints what came of it as JSON.
import * as tf from '@tensorflow/tfjs-core';
import { messageOf } from '../../errors.ts';
import { drawBatchOrder, drawWeights } from '../draws.ts';
import type { LstmWeights, Training } from '../model.ts';
import { backendOf, computes } from './backend.ts';
import { engineOn } from './engine.ts';
import { loadNative, type Probed } from '../native.ts';

const sizes = { samples: 4, timeSteps: 5, features: 1 };
const values = Float32Array.from(
  { length: sizes.samples * sizes.timeSteps },
  (_, at) => (at % 7) / 7,
);
const training: Training = {
  initialWeights: drawWeights('probe', 0, { inputFeatures: 1, units: 3 }),
  windows: { ...sizes, values },
  targets: Float32Array.of(0.1, -0.2, 0.3, 0.4),
  batchOrder: drawBatchOrder('probe', 0, { samples: sizes.samples, batchSize: 2, steps: 3 }),
  learningRate: 0.01,
};

/** Two backends differ in the last bits of each sum; a wrong gradient would move a weight by a whole step, 0.01. */
const tolerance = 1e-3;

async function probe(entry: string | undefined): Promise<Probed> {
  try {
    loadNative(entry);
    if (!(await computes('tfjs-node'))) return { problem: 'it does not compute a product' };
    const train = (name: 'tfjs-node' | 'tfjs-cpu') => engineOn(backendOf(name)).train(training);
    const isClose = areClose(train('tfjs-node'), train('tfjs-cpu'));
    if (!isClose) return { problem: 'it trains an LSTM to other weights than the reference does' };
    await tf.setBackend('tensorflow');
    const { binding } = tf.backend() as { binding?: { TF_Version?: string } };
    return { version: binding?.TF_Version ?? '(version unknown)' };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

const areClose = (a: LstmWeights, b: LstmWeights): boolean =>
  [...a.recurrentKernel].every(
    (value, at) => Math.abs(value - (b.recurrentKernel[at] ?? Number.NaN)) < tolerance,
  );

process.stdout.write(`${JSON.stringify(await probe(process.argv[2]))}\n`);
