import * as tf from '@tensorflow/tfjs-core';
import type { DropoutMask, Engine, LstmWeights, Training, Windows } from '../model.ts';
import { unitsOf } from '../model.ts';
import { chooseBackend } from './backend.ts';
import { buildNetwork, getWeights, setWeights, type Network } from './network.ts';

/** The reference engine: `tf.layers.lstm`, mean squared error and Adam, with every draw handed in. */
export async function createTfjsEngine(): Promise<Engine> {
  return { name: await chooseBackend(), train, trainWithCheckpoints, predict };
}

function train(training: Training): LstmWeights {
  const trained = trainWithCheckpoints(training, training.batchOrder.length).at(-1);
  return trained ?? training.initialWeights;
}

function trainWithCheckpoints(training: Training, every: number): LstmWeights[] {
  const network = openNetwork(
    training.initialWeights,
    training.windows,
    training.dropoutMasks !== undefined,
  );
  const optimizer = tf.train.adam(training.learningRate, 0.9, 0.999, 1e-7);
  const checkpoints: LstmWeights[] = [];
  try {
    training.batchOrder.forEach((batch, step) => {
      network.useMask(training.dropoutMasks?.[step]);
      tf.tidy(() => trainStep(network, optimizer, training, batch));
      if ((step + 1) % every === 0) checkpoints.push(getWeights(network.model));
    });
    return checkpoints;
  } finally {
    optimizer.dispose();
    network.dispose();
  }
}

function predict(weights: LstmWeights, windows: Windows, dropoutMask?: DropoutMask): Float32Array {
  const network = openNetwork(weights, windows, dropoutMask !== undefined);
  try {
    network.useMask(dropoutMask);
    return tf.tidy(() => {
      const inputs = tf.tensor3d(windows.values, [
        windows.samples,
        windows.timeSteps,
        windows.features,
      ]);
      return Float32Array.from(forward(network, inputs, dropoutMask !== undefined).dataSync());
    });
  } finally {
    network.dispose();
  }
}

function openNetwork(weights: LstmWeights, windows: Windows, withDropout: boolean): Network {
  const sizes = { inputFeatures: windows.features, units: unitsOf(weights) };
  const network = buildNetwork(sizes, withDropout);
  setWeights(network.model, weights);
  return network;
}

function forward(network: Network, inputs: tf.Tensor3D, training: boolean): tf.Tensor2D {
  return network.model.apply(inputs, { training }) as tf.Tensor2D;
}

function trainStep(
  network: Network,
  optimizer: tf.Optimizer,
  training: Training,
  batch: readonly number[],
): void {
  const inputs = gatherWindows(training.windows, batch);
  const targets = tf.tensor2d(
    batch.map((sample) => training.targets[sample] ?? Number.NaN),
    [batch.length, 1],
  );
  const { grads } = tf.variableGrads(() =>
    tf.losses.meanSquaredError<tf.Tensor2D, tf.Scalar>(targets, forward(network, inputs, true)),
  );
  optimizer.applyGradients(
    training.clipNorm === undefined ? grads : clip(grads, training.clipNorm),
  );
}

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
