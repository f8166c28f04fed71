import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { DropoutMask, LstmWeights, ModelSizes } from '../model.ts';

/** The stock layers, plus the one thing they lack: a place to hand in the next dropout mask. */
export interface Network {
  readonly model: layers.Sequential;
  useMask(mask: DropoutMask | undefined): void;
  dispose(): void;
}

/**
 * LSTM and dense layer as a learner would write them, with Keras 3's activations (TensorFlow.js' own default for the
 * gates is `hardSigmoid`). `dropoutFunc` is the only way to hand in a mask: the layer's own dropout can't be seeded.
 */
export function buildNetwork(sizes: ModelSizes, withDropout: boolean): Network {
  let next: DropoutMask | undefined;
  const lstm = layers.layers.lstm({
    units: sizes.units,
    inputShape: [null, sizes.inputFeatures],
    activation: 'tanh',
    recurrentActivation: 'sigmoid',
    kernelInitializer: 'zeros',
    recurrentInitializer: 'zeros',
    // Any rate above 0 turns the layer's dropout on; the share that is dropped stands in the masks.
    recurrentDropout: withDropout ? 0.5 : 0,
    dropoutFunc: (ones: tf.Tensor2D) => (next ? tf.tensor2d(next, ones.shape) : ones),
  });
  const model = layers.sequential({
    layers: [lstm, layers.layers.dense({ units: 1, kernelInitializer: 'zeros' })],
  });
  return {
    model,
    useMask: (mask) => (next = mask),
    dispose: () => {
      model.dispose();
      // The cell keeps the masks of its last call, and its own dispose forgets them.
      tf.dispose(lstm.cell.recurrentDropoutMask);
    },
  };
}

export function setWeights(model: layers.Sequential, weights: LstmWeights): void {
  const units = weights.denseKernel.length;
  tf.tidy(() =>
    model.setWeights([
      tf.tensor2d(weights.kernel, [weights.kernel.length / (4 * units), 4 * units]),
      tf.tensor2d(weights.recurrentKernel, [units, 4 * units]),
      tf.tensor1d(weights.bias),
      tf.tensor2d(weights.denseKernel, [units, 1]),
      tf.tensor1d(weights.denseBias),
    ]),
  );
}

export function getWeights(model: layers.Sequential): LstmWeights {
  const [kernel, recurrentKernel, bias, denseKernel, denseBias] = model
    .getWeights()
    .map((tensor) => Float32Array.from(tensor.dataSync()));
  if (!kernel || !recurrentKernel || !bias || !denseKernel || !denseBias)
    throw new Error('The TensorFlow.js model has fewer weights than one LSTM and one dense layer.');
  return { kernel, recurrentKernel, bias, denseKernel, denseBias };
}
