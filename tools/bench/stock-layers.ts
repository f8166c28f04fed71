import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { randomTraining, type Sizes } from './workload.ts';
import type { Repeat } from './timing.ts';

/** TensorFlow.js as a learner writes it: a layer of each kind, `compile`, `model.fit`. */
export function stockLayers(backend: string, sizes: Sizes): Repeat {
  const { windows, targets } = randomTraining(sizes, 0);
  let model: layers.Sequential | undefined;
  return async (steps) => {
    await tf.setBackend(backend);
    model ??= build(sizes);
    const samples = steps * sizes.batch;
    const inputs = tf.tensor3d(repeat(windows.values, samples * sizes.timeSteps), [
      samples,
      sizes.timeSteps,
      1,
    ]);
    const outputs = tf.tensor2d(repeat(targets, samples), [samples, 1]);
    const since = performance.now();
    await model.fit(inputs, outputs, {
      batchSize: sizes.batch,
      epochs: 1,
      shuffle: false,
      verbose: 0,
    });
    const milliseconds = performance.now() - since;
    tf.dispose([inputs, outputs]);
    return milliseconds / steps;
  };
}

function build({ units, timeSteps }: Sizes): layers.Sequential {
  const model = layers.sequential();
  model.add(
    layers.layers.lstm({
      units,
      inputShape: [timeSteps, 1],
      // The default, `hardSigmoid`, is another model than the one of the other engines.
      recurrentActivation: 'sigmoid',
      // The default, `orthogonal`, needs the package `@tensorflow/tfjs`; the initial weights don't change the time.
      recurrentInitializer: 'glorotUniform',
    }),
  );
  model.add(layers.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  return model;
}

/** [length], the same values again and again. */
const repeat = (values: Float32Array, length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => values[i % values.length] ?? 0);
