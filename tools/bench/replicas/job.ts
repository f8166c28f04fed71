import {
  drawBatchOrder,
  drawWeights,
  openStream,
  type LstmWeights,
  type Training,
} from '../../../src/lstm/index.ts';
import type { Sizes } from '../workload.ts';

/** The model of all replicas; they differ in their initial weights and in the order of their batches. */
export const replica: Sizes & { readonly steps: number } = {
  units: 12,
  timeSteps: 12,
  batch: 32,
  steps: 60,
};

const samples = 3 * replica.batch;

/** `runs` trainings on one noisy sine, in standard units: something that a model of this size learns in its 60 steps. */
export function drawReplicas(runs: number): Training[] {
  const { units, timeSteps, batch, steps } = replica;
  const noise = openStream('bench', 'data', 0);
  const series = Array.from(
    { length: samples + timeSteps },
    (_, i) => 1.4 * Math.sin(i / 4) + 0.1 * noise.normal(),
  );
  const values = Array.from({ length: samples }, (_, i) => series.slice(i, i + timeSteps));
  return Array.from({ length: runs }, (_, run) => ({
    initialWeights: drawWeights('bench', run, { inputFeatures: 1, units }),
    windows: { values: Float32Array.from(values.flat()), samples, timeSteps, features: 1 },
    targets: Float32Array.from(series.slice(timeSteps)),
    batchOrder: drawBatchOrder('bench', run, { samples, batchSize: batch, steps }),
    learningRate: 0.02,
  }));
}

/** The same as JSON for Python. */
export function toJob(trainings: readonly Training[]) {
  const [first] = trainings;
  if (!first) throw new Error('A job needs a training.');
  const { timeSteps, units } = replica;
  const all = (rows: (weights: LstmWeights) => unknown) =>
    trainings.map(({ initialWeights }) => rows(initialWeights));
  return {
    units,
    learningRate: first.learningRate,
    /** [samples, timeSteps, 1] */
    windows: table(
      [...first.windows.values].map((value) => [value]),
      timeSteps,
    ),
    /** [samples] */
    targets: [...first.targets],
    /** [runs, steps, batch] */
    batchOrders: trainings.map(({ batchOrder }) => batchOrder),
    /** Each [runs, ...], in the order of Keras. */
    weights: [
      all(({ kernel }) => table([...kernel], 4 * units)),
      all(({ recurrentKernel }) => table([...recurrentKernel], 4 * units)),
      all(({ bias }) => [...bias]),
      all(({ denseKernel }) => table([...denseKernel], 1)),
      all(({ denseBias }) => [...denseBias]),
    ],
  };
}

const table = <Value>(values: readonly Value[], width: number): Value[][] =>
  Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  );
