/** Sizes of the one model we teach with: one LSTM layer, then a dense layer with one output. */
export interface ModelSizes {
  readonly inputFeatures: number;
  readonly units: number;
}

/**
 * All trainable numbers, float32, row-major, in Keras' layout: the four gates side by side in the order
 * input, forget, cell candidate, output.
 */
export interface LstmWeights {
  /** [inputFeatures, 4 * units] */
  readonly kernel: Float32Array;
  /** [units, 4 * units] */
  readonly recurrentKernel: Float32Array;
  /** [4 * units] */
  readonly bias: Float32Array;
  /** [units, 1] */
  readonly denseKernel: Float32Array;
  /** [1] */
  readonly denseBias: Float32Array;
}

/** Input sequences of equal length, [samples, timeSteps, features], float32. */
export interface Windows {
  readonly values: Float32Array;
  readonly samples: number;
  readonly timeSteps: number;
  readonly features: number;
}

/**
 * What each sample keeps: 0 (dropped) or 1 / (1 - rate) (kept, scaled so that the mean stays), [samples, units] or
 * [samples, inputFeatures]. One mask serves all time steps of a sequence (Gal & Ghahramani 2016), as in Keras.
 */
export type DropoutMask = Float32Array;

/** Where a sequence starts or ends: what the LSTM remembers. Each [samples, units]; zeros at the usual start. */
export interface LstmState {
  readonly hiddenState: Float32Array;
  readonly cellState: Float32Array;
}

/** Everything a training depends on. No other input exists: the same one gives the same weights, bit for bit. */
export interface Training {
  readonly initialWeights: LstmWeights;
  readonly windows: Windows;
  /** [samples] */
  readonly targets: Float32Array;
  /** For each training step the samples of its mini-batch; all batches have the same size. */
  readonly batchOrder: readonly (readonly number[])[];
  /**
   * `adam` if absent, with the numbers of Keras (0.9, 0.999, 1e-7). The epsilon is added after the bias correction, as PyTorch and
   * TensorFlow.js do; Keras adds it before.
   */
  readonly optimizer?: 'adam' | 'sgd';
  /** The optimizer's step size. */
  readonly learningRate: number;
  /** Gradients with a larger global norm are scaled down to it (Pascanu et al. 2013). Absent: no clipping. */
  readonly clipNorm?: number;
  /** Dropout of the inputs, one mask a training step, [batch, inputFeatures]. Absent: none. */
  readonly inputDropoutMasks?: readonly DropoutMask[];
  /** Recurrent dropout, one mask a training step, [batch, units]. Absent: none. */
  readonly recurrentDropoutMasks?: readonly DropoutMask[];
  /**
   * True: row i of a batch starts where row i of the batch before ended, as in Keras' `stateful`; no gradient flows
   * back through that border. Absent: every batch starts at zeros.
   */
  readonly carryState?: boolean;
}

/** What a call depends on beside weights and input. All absent: inference mode, starting at zeros. */
export interface CallConditions {
  /** [samples, inputFeatures]; dropout stays on as in training mode. */
  readonly inputDropoutMask?: DropoutMask;
  /** [samples, units]; dropout stays on as in training mode. */
  readonly recurrentDropoutMask?: DropoutMask;
  readonly initialState?: LstmState;
}

/** A call of one model: what `predict` takes. */
export interface ModelCall {
  readonly weights: LstmWeights;
  readonly windows: Windows;
  readonly conditions?: CallConditions;
}

/** What a call gives back. */
export interface ForwardPass {
  /** One output a sample, [samples]. */
  readonly outputs: Float32Array;
  /** After the last time step. Hand it in again as `initialState`, and the LSTM remembers this call. */
  readonly finalState: LstmState;
}

export type EngineName = 'kernel' | 'tfjs-node' | 'tfjs-wasm' | 'tfjs-cpu';

/** Trains and runs the model. Pure: all draws are handed in. */
export interface Engine {
  readonly name: EngineName;
  train(training: Training): LstmWeights;
  /** The weights after every `every` training steps, in order. */
  trainWithCheckpoints(training: Training, every: number): LstmWeights[];
  forward(weights: LstmWeights, windows: Windows, conditions?: CallConditions): ForwardPass;
  /** The outputs of `forward` alone, [samples]. */
  predict(weights: LstmWeights, windows: Windows, conditions?: CallConditions): Float32Array;
  /**
   * What `train` gives for each of them, in their order, to the last bit, whichever others stand beside it. Anything may differ
   * between them. An engine may do some together where that is faster. All their draws are in memory at once: hand many over
   * in portions.
   */
  trainAll(trainings: readonly Training[]): LstmWeights[];
  /** What `trainWithCheckpoints` gives for each of them, in the same way; [trainings][checkpoints]. */
  trainAllWithCheckpoints(trainings: readonly Training[], every: number): LstmWeights[][];
  /** What `predict` gives for each of them, in their order, in the same way; [samples] each. */
  predictAll(calls: readonly ModelCall[]): Float32Array[];
}

/** The calls for many models, by those for one. */
export const oneByOne = ({
  train,
  trainWithCheckpoints,
  predict,
}: Pick<Engine, 'train' | 'trainWithCheckpoints' | 'predict'>): Pick<
  Engine,
  'trainAll' | 'trainAllWithCheckpoints' | 'predictAll'
> => ({
  trainAll: (trainings) => trainings.map((training) => train(training)),
  trainAllWithCheckpoints: (trainings, every) =>
    trainings.map((training) => trainWithCheckpoints(training, every)),
  predictAll: (calls) =>
    calls.map(({ weights, windows, conditions }) => predict(weights, windows, conditions)),
});

export const unitsOf = (weights: LstmWeights): number => weights.denseKernel.length;
