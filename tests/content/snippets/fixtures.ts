import { createDraws } from './draws.ts';
import { tf } from './tensorflow.ts';

export type Fixtures = ReturnType<typeof createFixtures>;

/**
 * The names a TensorFlow.js snippet may use without making them itself:
 * - `tf`, as from the package `@tensorflow/tfjs`
 * - `model`: a small compiled LSTM with batch normalisation; on the page `dropout` with dropout too, on `carried-state` a
 *   stateful LSTM alone
 * - `x`, `y`: 8 windows of 12 steps of one value, and their targets
 * - `series`: 40 numbers with a missing and an impossible one
 * - `words`, `logits`, `temperature`
 */
export function createFixtures(page: string) {
  const draw = createDraws();
  const numbers = (count: number) => Array.from({ length: count }, draw);
  const x = tf.tensor3d(numbers(8 * 12), [8, 12, 1]);
  const y = tf.tensor2d(numbers(8), [8, 1]);
  const series = numbers(40);
  series[5] = Number.NaN;
  series[9] = 1e6;
  return {
    tf,
    model: createModel(page, draw),
    x,
    y,
    series,
    words: ['gate', 'cell', 'state', 'cell', 'mask'],
    logits: tf.tensor1d([1, 2, 3]),
    temperature: 1,
  };
}

function createModel(page: string, draw: () => number) {
  const stateful = page === 'carried-state';
  const dropout = page === 'dropout' ? [tf.layers.dropout({ rate: 0.5 })] : [];
  const shape = stateful ? { batchInputShape: [8, 12, 1] as const } : { inputShape: [12, 1] };
  const model = tf.sequential({
    layers: [
      tf.layers.lstm({ units: 4, stateful, ...(shape as { inputShape: number[] }) }),
      ...(stateful ? [] : [tf.layers.batchNormalization(), ...dropout]),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
  // Moving variances are drawn too, and must be positive.
  model.setWeights(
    model.weights.map(({ shape: sizes, name }) => {
      const values = Array.from({ length: sizes.reduce<number>((a, b) => a * (b ?? 1), 1) }, draw);
      return tf.tensor(
        name.includes('variance') ? values.map((v) => 1 + Math.abs(v)) : values,
        sizes as number[],
      );
    }),
  );
  return model;
}
