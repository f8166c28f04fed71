import { beforeAll, describe, expect, it } from 'vitest';
import type { CallConditions, Engine, LstmWeights, Training } from '../../src/lstm/index.ts';
import { createKernelEngine } from '../../src/lstm/kernel/engine.ts';
import { createTfjsEngine } from '../../src/lstm/tfjs/index.ts';
import { centralDifferences, partNames, type Weights64 } from './reference.ts';
import { randomMasks, randomTraining, type Shape } from './tasks.ts';

const shapes: readonly Shape[] = [
  { features: 1, units: 1, timeSteps: 1, batch: 1 },
  { features: 1, units: 5, timeSteps: 6, batch: 3 },
  { features: 3, units: 4, timeSteps: 7, batch: 4 },
  { features: 2, units: 13, timeSteps: 5, batch: 5 },
  { features: 7, units: 16, timeSteps: 4, batch: 2 },
];

const named = shapes.map((shape) => ({
  shape,
  name: `${shape.units} units, ${shape.features} features, ${shape.timeSteps} time steps, batch of ${shape.batch}`,
}));

/** So large that the step drowns the weights, and rounding them loses nothing of the gradient. */
const learningRate = 1e6;

/** An engine's gradient: what one step of plain gradient descent moves the weights by (or two, the first with gradient 0). */
function gradientOf(engine: Engine, training: Training): LstmWeights {
  const { initialWeights: before } = training;
  const after = engine.train({
    ...training,
    optimizer: 'sgd',
    learningRate,
  });
  const moved = (name: keyof LstmWeights): Float32Array =>
    before[name].map((value, i) => (value - (after[name][i] ?? Number.NaN)) / learningRate);
  const [kernel, recurrentKernel, bias, denseKernel, denseBias] = partNames.map(moved);
  if (!kernel || !recurrentKernel || !bias || !denseKernel || !denseBias) throw new Error();
  return { kernel, recurrentKernel, bias, denseKernel, denseBias };
}

type AnyWeights = LstmWeights | Weights64;

const norm = (weights: AnyWeights): number =>
  Math.hypot(...partNames.flatMap((name) => [...weights[name]]));

/** Euclidean distance of two gradients as a share of the second one's length; the worst part of the weights counts. */
function relativeError(found: AnyWeights, expected: AnyWeights): number {
  const errors = partNames.map((name) => {
    const differences = Array.from(
      expected[name],
      (value, i) => value - (found[name][i] ?? Number.NaN),
    );
    const length = Math.hypot(...expected[name]);
    return length === 0 ? Math.hypot(...differences) : Math.hypot(...differences) / length;
  });
  return Math.max(...errors);
}

/** The first batch, as the reference wants it. */
function firstBatch(training: Training) {
  const { windows, targets } = training;
  const batch = training.batchOrder[0] ?? [];
  const length = windows.timeSteps * windows.features;
  const rows = batch.flatMap((sample) => [
    ...windows.values.subarray(sample * length, (sample + 1) * length),
  ]);
  return {
    windows: { ...windows, values: Float32Array.from(rows), samples: batch.length },
    targets: Float32Array.from(batch, (sample) => targets[sample] ?? Number.NaN),
  };
}

function expectedGradient(training: Training, initialState?: CallConditions['initialState']) {
  const { windows, targets } = firstBatch(training);
  const input = training.inputDropoutMasks?.[0];
  const recurrent = training.recurrentDropoutMasks?.[0];
  return centralDifferences(training.initialWeights, windows, targets, {
    ...(input && { inputDropoutMask: input }),
    ...(recurrent && { recurrentDropoutMask: recurrent }),
    ...(initialState && { initialState }),
  });
}

describe("the kernel's gradients", () => {
  const kernel = createKernelEngine();
  let tfjs: Engine;
  beforeAll(async () => {
    tfjs = await createTfjsEngine('tfjs-cpu');
  });

  it.each(named)('agree with central differences in double precision: $name', ({ shape }) => {
    const training = randomTraining(shape, 1);
    expect(relativeError(gradientOf(kernel, training), expectedGradient(training))).toBeLessThan(
      1e-4,
    );
  });

  it.each(named)('agree with them under input and recurrent dropout: $name', ({ shape }) => {
    const training = { ...randomTraining(shape, 1), ...randomMasks(shape, 1) };
    expect(relativeError(gradientOf(kernel, training), expectedGradient(training))).toBeLessThan(
      1e-4,
    );
  });

  it.each(named)("agree with TensorFlow.js' automatic differentiation: $name", ({ shape }) => {
    for (const masks of [{}, randomMasks(shape, 1)]) {
      const training = { ...randomTraining(shape, 1), ...masks };
      const expected = gradientOf(tfjs, training);
      expect(relativeError(gradientOf(kernel, training), expected)).toBeLessThan(1e-4);
    }
  });

  it.each(named)('are scaled to the clipping norm if they are longer: $name', ({ shape }) => {
    const training = randomTraining(shape, 1);
    const plain = expectedGradient(training);
    const clipNorm = norm(plain) / 10;
    const clipped = gradientOf(kernel, { ...training, clipNorm });
    expect(norm(clipped) / clipNorm).toBeCloseTo(1, 4);
    const scaled = (name: keyof Weights64) => plain[name].map((value) => value / 10);
    const expected = {
      kernel: scaled('kernel'),
      recurrentKernel: scaled('recurrentKernel'),
      bias: scaled('bias'),
      denseKernel: scaled('denseKernel'),
      denseBias: scaled('denseBias'),
    };
    expect(relativeError(clipped, expected)).toBeLessThan(1e-4);
    expect(gradientOf(kernel, { ...training, clipNorm: 10 * norm(plain) })).toEqual(
      gradientOf(kernel, training),
    );
  });

  it.each(named)('start from the state that the batch before left: $name', ({ shape }) => {
    // The first batch is met exactly: its gradient is 0, and the second step starts from the same weights.
    const training = randomTraining(shape, 2);
    const [first = [], second = []] = training.batchOrder;
    const { windows } = firstBatch(training);
    const { outputs, finalState } = kernel.forward(training.initialWeights, windows);
    const targets = training.targets.slice();
    first.forEach((sample, row) => (targets[sample] = outputs[row] ?? Number.NaN));
    const found = gradientOf(kernel, {
      ...training,
      targets,
      carryState: true,
      batchOrder: [first, second],
    });
    const expected = expectedGradient({ ...training, batchOrder: [second] }, finalState);
    expect(relativeError(found, expected)).toBeLessThan(1e-4);
  });
});
