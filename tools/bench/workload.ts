import { drawBatchOrder, drawWeights, openStream, type Training } from '../../src/lstm/index.ts';

/** What is trained: one LSTM and a dense layer on random sequences. */
export interface Sizes {
  readonly units: number;
  readonly timeSteps: number;
  readonly batch: number;
}

/** The sizes at which engines are compared. */
export const usual = { timeSteps: 20, batch: 32 } as const;

const features = 1;
const batches = 4;

/**
 * Billions of floating-point operations a second, for a training step that takes so many milliseconds:
 *   3 * 2 * batch * timeSteps * 4 * units * (units + features) / time
 * a multiplication and an addition for each weight of the four gates, once forward and twice backward (the gradients of
 * the hidden state and of the weights). Activations, state update, dense layer and optimizer are work that doesn't count.
 */
export function gigaflops({ units, timeSteps, batch }: Sizes, milliseconds: number): number {
  return (3 * 2 * batch * timeSteps * 4 * units * (units + features)) / (milliseconds * 1e6);
}

/** `steps` training steps on random numbers, which take as long as any others. */
export function randomTraining({ units, timeSteps, batch }: Sizes, steps: number): Training {
  const samples = batches * batch;
  const stream = openStream('bench', 'data', 0);
  const normals = (length: number) => Float32Array.from({ length }, () => stream.normal());
  return {
    initialWeights: drawWeights('bench', 0, { inputFeatures: features, units }),
    windows: { values: normals(samples * timeSteps * features), samples, timeSteps, features },
    targets: normals(samples),
    batchOrder: drawBatchOrder('bench', 0, { samples, batchSize: batch, steps }),
    learningRate: 0.001,
  };
}
