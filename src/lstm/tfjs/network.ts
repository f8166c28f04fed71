import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { DropoutMask, LstmWeights, ModelSizes } from '../model.ts';

export interface Masks {
  /** [batch, inputFeatures] */
  readonly input: DropoutMask | undefined;
  /** [batch, units] */
  readonly recurrent: DropoutMask | undefined;
}

export interface Call {
  /** [batch, 1] */
  readonly outputs: tf.Tensor2D;
  /** Both [batch, units], after the last time step. */
  readonly hiddenState: tf.Tensor2D;
  readonly cellState: tf.Tensor2D;
}

/** The stock layers, plus the one thing they lack: a place to hand in the next dropout masks. */
export interface Network {
  readonly parts: readonly layers.layers.Layer[];
  /** For the next call. */
  useMasks(masks: Masks): void;
  call(inputs: tf.Tensor3D, initialState?: [tf.Tensor2D, tf.Tensor2D]): Call;
  dispose(): void;
}

/** The layer asks for each kind of mask once a gate, though it uses the first alone. */
const gates = 4;

/**
 * LSTM and dense layer as a learner would write them, with Keras 3's activations (TensorFlow.js' own default for the
 * gates is `hardSigmoid`). `dropoutFunc` is the only way to hand in a mask: the layer's own dropout can't be seeded.
 */
export function buildNetwork(sizes: ModelSizes, dropout: Record<keyof Masks, boolean>): Network {
  let waiting: DropoutMask[] = [];
  const lstm = layers.layers.lstm({
    units: sizes.units,
    activation: 'tanh',
    recurrentActivation: 'sigmoid',
    kernelInitializer: 'zeros',
    recurrentInitializer: 'zeros',
    returnState: true,
    // Any rate above 0 turns the layer's dropout on; the share that is dropped stands in the masks.
    dropout: dropout.input ? 0.5 : 0,
    recurrentDropout: dropout.recurrent ? 0.5 : 0,
    dropoutFunc: (ones: tf.Tensor2D) => {
      const mask = waiting.shift();
      return mask ? tf.tensor2d(mask, ones.shape) : ones;
    },
  });
  const dense = layers.layers.dense({ units: 1, kernelInitializer: 'zeros' });
  build(lstm, [null, null, sizes.inputFeatures]);
  build(dense, [null, sizes.units]);
  const training = dropout.input || dropout.recurrent;
  return {
    parts: [lstm, dense],
    useMasks({ input, recurrent }) {
      // The order in which the layer asks.
      waiting = [input, recurrent].flatMap((mask) =>
        mask ? Array.from({ length: gates }, () => mask) : [],
      );
    },
    call(inputs, initialState) {
      const [output, hiddenState, cellState] = lstm.call(inputs, {
        training,
        initialState,
      }) as tf.Tensor2D[];
      if (!output || !hiddenState || !cellState)
        throw new Error('tf.layers.lstm with returnState gave fewer than three tensors.');
      return { outputs: dense.call(output, {}) as tf.Tensor2D, hiddenState, cellState };
    },
    dispose() {
      // Not by the layers' own dispose: it is for layers that are part of a graph, and forgets the cell's masks.
      for (const variable of [...lstm.weights, ...dense.weights]) variable.dispose();
      tf.dispose([lstm.cell.dropoutMask ?? [], lstm.cell.recurrentDropoutMask ?? []]);
    },
  };
}

/** Makes the layer's weights, as its first call would; but it must have them before. */
function build(layer: layers.layers.Layer, inputShape: layers.Shape): void {
  layer.build(inputShape);
  layer.built = true;
}

export function setWeights({ parts }: Network, weights: LstmWeights): void {
  const [lstm, dense] = parts;
  const units = weights.denseKernel.length;
  tf.tidy(() => {
    lstm?.setWeights([
      tf.tensor2d(weights.kernel, [weights.kernel.length / (4 * units), 4 * units]),
      tf.tensor2d(weights.recurrentKernel, [units, 4 * units]),
      tf.tensor1d(weights.bias),
    ]);
    dense?.setWeights([
      tf.tensor2d(weights.denseKernel, [units, 1]),
      tf.tensor1d(weights.denseBias),
    ]);
  });
}

export function getWeights({ parts }: Network): LstmWeights {
  const [kernel, recurrentKernel, bias, denseKernel, denseBias] = parts
    .flatMap((part) => part.getWeights())
    .map((tensor) => Float32Array.from(tensor.dataSync()));
  if (!kernel || !recurrentKernel || !bias || !denseKernel || !denseBias)
    throw new Error(
      'The TensorFlow.js layers have fewer weights than one LSTM and one dense layer.',
    );
  return { kernel, recurrentKernel, bias, denseKernel, denseBias };
}
