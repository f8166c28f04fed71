import type { DropoutMask, LstmWeights, ModelSizes } from './model.ts';
import { openStream, type Stream } from './streams.ts';

/**
 * Initial weights as Keras 3 makes them: Glorot uniform kernels, an orthogonal recurrent kernel, biases zero but
 * one for the forget gate. Only the kernels are random.
 */
export function drawWeights(seed: string, index: number, sizes: ModelSizes): LstmWeights {
  const stream = openStream(seed, 'weights', index);
  const { inputFeatures, units } = sizes;
  return {
    kernel: glorotUniform(stream, inputFeatures, 4 * units),
    recurrentKernel: orthogonal(stream, units, 4 * units),
    bias: Float32Array.from({ length: 4 * units }, (_, i) => (i >= units && i < 2 * units ? 1 : 0)),
    denseKernel: glorotUniform(stream, units, 1),
    denseBias: new Float32Array(1),
  };
}

/** Mini-batches for a number of training steps: every epoch a fresh permutation, cut into batches, the rest left out. */
export function drawBatchOrder(
  seed: string,
  index: number,
  sizes: { samples: number; batchSize: number; steps: number },
): number[][] {
  const stream = openStream(seed, 'batches', index);
  const batches: number[][] = [];
  while (batches.length < sizes.steps) {
    const order = stream.permutation(sizes.samples);
    for (let start = 0; start + sizes.batchSize <= order.length; start += sizes.batchSize)
      batches.push(order.slice(start, start + sizes.batchSize));
  }
  return batches.slice(0, sizes.steps);
}

/** Inverted-dropout masks, [samples, units] each, `count` of them from one stream. */
export function drawDropoutMasks(
  seed: string,
  index: number,
  sizes: { samples: number; units: number; rate: number; count: number },
): DropoutMask[] {
  const stream = openStream(seed, 'dropout', index);
  const kept = 1 / (1 - sizes.rate);
  const draw = (): number => (stream.uniform() < sizes.rate ? 0 : kept);
  return Array.from({ length: sizes.count }, () =>
    Float32Array.from({ length: sizes.samples * sizes.units }, draw),
  );
}

/** Uniform in +-sqrt(6 / (fanIn + fanOut)) (Glorot & Bengio 2010). */
function glorotUniform(stream: Stream, fanIn: number, fanOut: number): Float32Array {
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  return Float32Array.from({ length: fanIn * fanOut }, () => (2 * stream.uniform() - 1) * limit);
}

/** Rows of unit length at right angles to each other (Saxe et al. 2013), by modified Gram-Schmidt. */
function orthogonal(stream: Stream, rows: number, columns: number): Float32Array {
  const basis: number[][] = [];
  for (let row = 0; row < rows; row++) {
    const vector = Array.from({ length: columns }, () => stream.normal());
    for (const other of basis) subtract(vector, other, dot(vector, other));
    const length = Math.sqrt(dot(vector, vector));
    basis.push(vector.map((value) => value / length));
  }
  return Float32Array.from(basis.flat());
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function subtract(vector: number[], other: readonly number[], factor: number): void {
  other.forEach((value, i) => (vector[i] = (vector[i] ?? 0) - factor * value));
}
