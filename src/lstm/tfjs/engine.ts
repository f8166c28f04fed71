import * as tf from '@tensorflow/tfjs-core';
import type {
  CallConditions,
  DropoutMask,
  Engine,
  ForwardPass,
  LstmState,
  LstmWeights,
  Training,
  Windows,
} from '../model.ts';
import { oneByOne, unitsOf } from '../model.ts';
import { openBackend, type Backend, type TfjsBackend } from './backend.ts';
import { buildNetwork, getWeights, setWeights, type Masks, type Network } from './network.ts';

/**
 * The reference engine: `tf.layers.lstm`, mean squared error and Adam or SGD, with every draw handed in. Without a
 * backend's name, the native one where it is installed and works, else WebAssembly. Rejects if the backend can't be had.
 */
export const createTfjsEngine = async (wanted?: TfjsBackend): Promise<Engine> =>
  engineOn(await openBackend(wanted));

/** The same on a backend that is loaded. */
export function engineOn(backend: Backend): Engine {
  /** TensorFlow.js has one current backend a process; engines on several may live side by side. */
  const on =
    <Inputs extends unknown[], Result>(work: (...inputs: Inputs) => Result) =>
    (...inputs: Inputs): Result => {
      backend.use();
      return work(...inputs);
    };
  const forOne = {
    train: on(train),
    trainWithCheckpoints: on(trainWithCheckpoints),
    predict: on(
      (weights: LstmWeights, windows: Windows, conditions?: CallConditions) =>
        forward(weights, windows, conditions).outputs,
    ),
  };
  return {
    name: backend.name,
    forward: on(forward),
    ...forOne,
    ...oneByOne(forOne),
  };
}

function train(training: Training): LstmWeights {
  const trained = trainWithCheckpoints(training, training.batchOrder.length).at(-1);
  return trained ?? training.initialWeights;
}

function trainWithCheckpoints(training: Training, every: number): LstmWeights[] {
  const network = openNetwork(training.initialWeights, training.windows, {
    input: training.inputDropoutMasks !== undefined,
    recurrent: training.recurrentDropoutMasks !== undefined,
  });
  const optimizer = openOptimizer(training);
  const checkpoints: LstmWeights[] = [];
  let state: LstmState | undefined;
  try {
    training.batchOrder.forEach((batch, step) => {
      network.useMasks(masksOf(training, step));
      const finalState = tidily(() => trainStep(network, optimizer, training, batch, state));
      if (training.carryState) state = finalState;
      if ((step + 1) % every === 0) checkpoints.push(getWeights(network));
    });
    return checkpoints;
  } finally {
    optimizer.dispose();
    network.dispose();
  }
}

function forward(
  weights: LstmWeights,
  windows: Windows,
  conditions: CallConditions = {},
): ForwardPass {
  const { inputDropoutMask: input, recurrentDropoutMask: recurrent, initialState } = conditions;
  const network = openNetwork(weights, windows, {
    input: input !== undefined,
    recurrent: recurrent !== undefined,
  });
  try {
    network.useMasks({ input, recurrent });
    return tidily(() => {
      const inputs = tf.tensor3d(windows.values, [
        windows.samples,
        windows.timeSteps,
        windows.features,
      ]);
      const call = network.call(inputs, stateTensors(initialState, windows.samples));
      return { outputs: toArray(call.outputs), finalState: stateOf(call) };
    });
  } finally {
    network.dispose();
  }
}

/** `tf.tidy` for work that gives no tensor back. */
function tidily<Result>(work: () => Result): Result {
  let result!: Result;
  tf.tidy(() => void (result = work()));
  return result;
}

const openOptimizer = ({ optimizer, learningRate }: Training): tf.Optimizer =>
  optimizer === 'sgd' ? tf.train.sgd(learningRate) : tf.train.adam(learningRate, 0.9, 0.999, 1e-7);

function openNetwork(
  weights: LstmWeights,
  windows: Windows,
  dropout: Record<keyof Masks, boolean>,
): Network {
  const network = buildNetwork(
    { inputFeatures: windows.features, units: unitsOf(weights) },
    dropout,
  );
  setWeights(network, weights);
  return network;
}

const masksOf = (training: Training, step: number): Masks => ({
  input: training.inputDropoutMasks?.[step],
  recurrent: training.recurrentDropoutMasks?.[step],
});

/** One step of the optimizer. Returns where the batch ended. */
function trainStep(
  network: Network,
  optimizer: tf.Optimizer,
  training: Training,
  batch: readonly number[],
  initialState: LstmState | undefined,
): LstmState {
  const inputs = gatherWindows(training.windows, batch);
  const targets = tf.tensor2d(
    batch.map((sample) => training.targets[sample] ?? Number.NaN),
    [batch.length, 1],
  );
  const state = stateTensors(initialState, batch.length);
  let finalState: LstmState | undefined;
  const { grads } = tf.variableGrads(() => {
    const call = network.call(inputs, state);
    if (training.carryState) finalState = stateOf(call);
    return tf.losses.meanSquaredError<tf.Tensor2D, tf.Scalar>(targets, call.outputs);
  });
  optimizer.applyGradients(
    training.clipNorm === undefined ? grads : clip(grads, training.clipNorm),
  );
  return finalState ?? { hiddenState: new Float32Array(), cellState: new Float32Array() };
}

function stateTensors(
  state: LstmState | undefined,
  samples: number,
): [tf.Tensor2D, tf.Tensor2D] | undefined {
  if (!state) return undefined;
  const toTensor = (values: DropoutMask) => tf.tensor2d(values, [samples, values.length / samples]);
  return [toTensor(state.hiddenState), toTensor(state.cellState)];
}

const stateOf = (call: { hiddenState: tf.Tensor; cellState: tf.Tensor }): LstmState => ({
  hiddenState: toArray(call.hiddenState),
  cellState: toArray(call.cellState),
});

const toArray = (tensor: tf.Tensor): Float32Array => Float32Array.from(tensor.dataSync());

function gatherWindows(windows: Windows, batch: readonly number[]): tf.Tensor3D {
  const length = windows.timeSteps * windows.features;
  const values = new Float32Array(batch.length * length);
  batch.forEach((sample, row) =>
    values.set(windows.values.subarray(sample * length, (sample + 1) * length), row * length),
  );
  return tf.tensor3d(values, [batch.length, windows.timeSteps, windows.features]);
}

/** Scales all gradients by clipNorm / norm if their joint Euclidean norm exceeds clipNorm (Pascanu et al. 2013). */
function clip(grads: tf.NamedTensorMap, clipNorm: number): tf.NamedTensorMap {
  const squares = Object.values(grads).map((grad) => tf.sum(tf.square(grad)));
  const norm = tf.sqrt(tf.addN(squares));
  const factor = tf.div(clipNorm, tf.maximum(norm, clipNorm));
  return Object.fromEntries(
    Object.entries(grads).map(([name, grad]) => [name, tf.mul(grad, factor)]),
  );
}
