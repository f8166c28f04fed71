import {
  drawBatchOrder,
  drawDropoutMasks,
  drawWeights,
  openStream,
  type LstmState,
  type LstmWeights,
  type Training,
  type Windows,
} from '../../src/lstm/index.ts';
import { partNames } from './reference.ts';

export interface Shape {
  readonly features: number;
  readonly units: number;
  readonly timeSteps: number;
  readonly batch: number;
}

const normals = (index: number, length: number): Float32Array => {
  const stream = openStream('tasks', 'data', index);
  return Float32Array.from({ length }, () => stream.normal());
};

export const randomWindows = (shape: Omit<Shape, 'units'>, samples = shape.batch): Windows => ({
  values: normals(shape.timeSteps, samples * shape.timeSteps * shape.features),
  samples,
  timeSteps: shape.timeSteps,
  features: shape.features,
});

export const randomState = ({ units }: Shape, samples: number): LstmState => ({
  hiddenState: normals(1, samples * units).map((value) => Math.tanh(value)),
  cellState: normals(2, samples * units),
});

/** A training of `steps` steps on random numbers: three batches' worth of samples. */
export function randomTraining(shape: Shape, steps: number, samples = 3 * shape.batch): Training {
  return {
    initialWeights: shaken(drawWeights('7', 0, { inputFeatures: shape.features, ...shape })),
    windows: randomWindows(shape, samples),
    targets: normals(3, samples),
    batchOrder: drawBatchOrder('7', 0, { samples, batchSize: shape.batch, steps }),
    learningRate: 0.01,
  };
}

/** With biases that are not all the same, so that a mixed-up one shows. */
const shaken = (weights: LstmWeights): LstmWeights => ({
  ...weights,
  bias: weights.bias.map((value, i) => value + 0.3 * (normals(4, weights.bias.length)[i] ?? 0)),
  denseBias: Float32Array.of(0.2),
});

export function randomMasks(shape: Shape, count: number) {
  const masks = (units: number, index: number) =>
    drawDropoutMasks('7', index, { samples: shape.batch, units, rate: 0.3, count });
  return {
    inputDropoutMasks: masks(shape.features, 1),
    recurrentDropoutMasks: masks(shape.units, 2),
  };
}

/** Largest difference between two sets of weights. */
export const weightDistance = (a: LstmWeights, b: LstmWeights): number =>
  Math.max(...partNames.map((name) => furthest(a[name], b[name])));

/** Largest difference between two arrays of equal length. */
export function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.NaN;
  return Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))).reduce(
    (largest, each) => (each <= largest ? largest : each),
    0,
  );
}
