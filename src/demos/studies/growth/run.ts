import {
  drawBatchOrder,
  drawWeights,
  type Engine,
  type LstmWeights,
  type Training,
} from '../../../lstm/index.ts';
import { hashOutputs, measure } from '../../measure.ts';
import { once } from '../../once.ts';
import { inGroups, type Pieces } from '../../pieces.ts';
import { replayCode } from '../../replay.ts';
import type { Condition, DemoParameters, Growth, TaskGrowth } from '../../result.ts';
import { nextUp } from './next-up.ts';
import { forecastTask, signTask, type GrowthTask } from './tasks.ts';

/** The same for both tasks, so that only the task differs. */
export const growthSettings = {
  units: 8,
  learningRate: 0.03,
  batchSize: 32,
  epochs: 60,
} as const;

/** [epochs][samples] each. */
export interface Trio {
  readonly plain: readonly Float32Array[];
  /** One initial weight is the next float32 up; everything else is the same. */
  readonly moved: readonly Float32Array[];
  /** Everything is the same. */
  readonly again: readonly Float32Array[];
}

/** The trios of both tasks. */
export interface Grown {
  readonly forecasts: readonly Trio[];
  readonly signs: readonly Trio[];
}

/** Trains pairs that differ in the last bit of one initial weight, on a smooth task and on one with an edge. */
export const growthPieces = (engine: Engine, parameters: DemoParameters): Pieces<Growth> =>
  grownPieces(engine, parameters, (grown) => growthFrom(grown, parameters, engine.name));

/** Each piece is a trio; first those of the smooth task. */
export function grownPieces<Result>(
  engine: Engine,
  { seed, runs }: DemoParameters,
  result: (grown: Grown) => Result,
): Pieces<Result> {
  const tasks = [forecastTask, signTask].map((taskFor) =>
    once(() => openTask(taskFor(seed), seed)),
  );
  return {
    runs: Array.from({ length: tasks.length * runs }, () => 3),
    compute: (piece) => {
      const task = tasks[Math.floor(piece / runs)];
      return task ? trainTrio(engine, task(), seed, piece % runs).flat() : [];
    },
    result: (pieces) => {
      const trios = pieces.map((outputs): Trio => {
        const [plain = [], moved = [], again = []] = inGroups(outputs, growthSettings.epochs);
        return { plain, moved, again };
      });
      return result({ forecasts: trios.slice(0, runs), signs: trios.slice(runs) });
    },
  };
}

/** A task with what all its trainings share. */
interface OpenTask extends GrowthTask {
  readonly batchOrder: Training['batchOrder'];
  readonly stepsPerEpoch: number;
}

function openTask(task: GrowthTask, seed: string): OpenTask {
  const { batchSize, epochs } = growthSettings;
  const { samples } = task.training.windows;
  const stepsPerEpoch = Math.floor(samples / batchSize);
  const steps = epochs * stepsPerEpoch;
  return {
    ...task,
    stepsPerEpoch,
    batchOrder: drawBatchOrder(seed, 0, { samples, batchSize, steps }),
  };
}

/** What the plain model, the moved one and the plain one again give after every epoch, [3][epochs][samples]. */
function trainTrio(
  engine: Engine,
  { training, question, batchOrder, stepsPerEpoch }: OpenTask,
  seed: string,
  pair: number,
): Float32Array[][] {
  const plain = drawWeights(seed, pair, { inputFeatures: 1, units: growthSettings.units });
  const trainings = [plain, moveOneWeight(plain), plain].map((initialWeights) => ({
    initialWeights,
    windows: training.windows,
    targets: training.targets,
    batchOrder,
    learningRate: growthSettings.learningRate,
  }));
  return engine
    .trainAllWithCheckpoints(trainings, stepsPerEpoch)
    .map((models) =>
      engine.predictAll(models.map((weights) => ({ weights, windows: question.windows }))),
    );
}

/** What the outputs say. */
export function growthFrom(
  { forecasts, signs }: Grown,
  parameters: DemoParameters,
  engine: Growth['engine'],
): Growth {
  const sign = signTask(parameters.seed);
  const hash = hashOutputs(
    [...forecasts, ...signs].flatMap(({ plain, moved, again }) => [...plain, ...moved, ...again]),
  );
  return {
    ...parameters,
    kind: 'growth',
    cause: 'butterfly',
    engine,
    epochs: Array.from({ length: growthSettings.epochs }, (_, epoch) => epoch + 1),
    forecast: growthOf(forecasts),
    sign: { ...growthOf(signs), ...labelsOf(signs, sign.question.targets) },
    before: lastEpoch(signs, sign, 'moved'),
    after: lastEpoch(signs, sign, 'again'),
    hash,
    replay: replayCode({ ...parameters, engine, hash }),
  };
}

/** The largest of the input's weights: a step of training is less likely to round its last bit away. */
export function moveOneWeight(weights: LstmWeights): LstmWeights {
  const kernel = Float32Array.from(weights.kernel);
  const sizes = kernel.map(Math.abs);
  const largest = sizes.indexOf(Math.max(...sizes));
  kernel[largest] = nextUp(kernel[largest] ?? 0);
  return { ...weights, kernel };
}

const growthOf = (trios: readonly Trio[]): TaskGrowth => ({
  moved: trios.map(({ plain, moved }) => differences(plain, moved)),
  same: trios.map(({ plain, again }) => differences(plain, again)),
});

/** [epochs]: the largest distance between two outputs for the same input. */
const differences = (a: readonly Float32Array[], b: readonly Float32Array[]): Float32Array =>
  Float32Array.from(a, (outputs, epoch) =>
    Math.max(...outputs.map((output, sample) => Math.abs(output - (b[epoch]?.[sample] ?? 0)))),
  );

/** Outputs above 0 mean 1, others -1. */
function labelsOf(trios: readonly Trio[], targets: Float32Array) {
  const agreement = (a: Float32Array, b: Float32Array): number =>
    a.filter((output, sample) => output > 0 === (b[sample] ?? 0) > 0).length;
  return {
    labels: targets.length,
    flips: trios.map(({ plain, moved }) =>
      Float32Array.from(
        plain,
        (outputs, epoch) => outputs.length - agreement(outputs, moved[epoch] ?? targets),
      ),
    ),
    accuracies: trios.map(({ plain, moved }) =>
      [plain, moved].map((epochs) =>
        Float32Array.from(epochs, (outputs) => agreement(outputs, targets) / targets.length),
      ),
    ),
  };
}

/** The pairs after the last epoch; rows of one pair are compared with each other. */
function lastEpoch(trios: readonly Trio[], task: GrowthTask, other: 'moved' | 'again'): Condition {
  const target = task.question.targets;
  const rows = trios.flatMap((trio, group) =>
    [trio.plain, trio[other]].map((epochs) => ({
      label: String(group + 1),
      group,
      output: epochs.at(-1) ?? target,
    })),
  );
  return measure(
    { rows, target },
    rows.map(({ output }) => output),
  );
}
