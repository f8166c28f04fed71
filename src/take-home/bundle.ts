import {
  describedSides,
  type Comparison,
  type DescribedRow,
  type Model,
  type RunDescription,
} from '../demos/index.ts';
import type { Engine, LstmWeights, Training, Windows } from '../lstm/index.ts';
import {
  bits,
  createArrays,
  floats,
  wholes,
  windowsOf,
  type Arrays,
  type StoredArray,
} from './arrays.ts';
import { magnifiesRounding } from './sensitive.ts';

/** How a model comes about. Strings are names of arrays. */
export interface BundledTraining {
  /** The initial weights in one array: kernel, recurrent kernel, bias, dense kernel, dense bias, each row by row. */
  readonly weights: string;
  readonly units: number;
  /** How many of the batches are trained with; 0: the model stays as it is. */
  readonly steps: number;
  readonly windows?: string;
  readonly targets?: string;
  readonly batches?: string;
  readonly learning_rate?: number;
  readonly clip_norm?: number;
  readonly masks?: string;
}

export interface BundledRun {
  readonly label: string;
  readonly group: number;
  /** Its name in `trainings`. */
  readonly training: string;
  readonly windows: string;
  readonly mask?: string;
  /** The requests that are answered before this one, in the same state. */
  readonly served?: readonly string[];
  /** Least and greatest value of what the scaler was fitted to. */
  readonly scaler?: readonly [low: number, high: number];
  /** What the bot's model answered. */
  readonly bot: string;
  /** Its training magnifies rounding errors: another framework may end elsewhere. */
  readonly sensitive?: true;
}

/** All that a notebook holds of a demo: the bot's draws, and its numbers to compare with. Plain data. */
export interface Bundle {
  readonly arrays: Readonly<Record<string, StoredArray>>;
  readonly trainings: Readonly<Record<string, BundledTraining>>;
  readonly runs: readonly BundledRun[];
  readonly control: readonly BundledRun[];
  readonly target: string;
  /** The number of the first time step of the forecast. */
  readonly first: number;
}

/** What the code of a notebook must be able to do; it holds nothing that its demo doesn't need. */
export interface Needs {
  /** Every run trains a model of its own; else one model serves all runs that have its training. */
  readonly retrains: boolean;
  readonly trains: boolean;
  /** Each output is fed back. */
  readonly feedsBack: boolean;
  readonly masks: boolean;
  readonly clips: boolean;
  readonly serves: boolean;
  readonly scales: boolean;
}

export interface Taken {
  readonly bundle: Bundle;
  readonly needs: Needs;
  /** True if the bot had more runs than are taken along. */
  readonly isPart: boolean;
  /** True if the bot repeated the control oftener. */
  readonly isControlPart: boolean;
}

/** So many draws, or settings of a sweep, are taken along: a notebook trains for a minute, and stays below 1 MB. */
const mostRuns = 32;
/** So many trainings: each takes a second or so in some frameworks. */
const mostTrainings = 20;
/** So often the control repeats one training. */
const mostRepeats = 3;

export function takeAlong(engine: Engine, result: Comparison): Taken {
  const { before, after } = describedSides(engine, result);
  const arrays = createArrays();
  const trainings = createTrainings(arrays);
  const retrains = before[0]?.describe().model.anew ?? false;
  const isSweep = result.sweep !== undefined;
  const most = retrains && !isSweep ? mostTrainings : mostRuns;
  const chosen = chooseLabels(before, isSweep, retrains ? Math.min(most, mostTrainings) : most);
  const descriptions: RunDescription[] = [];
  const take = (row: DescribedRow): BundledRun => {
    const description = row.describe();
    descriptions.push(description);
    const run = bundleRun(row, description, arrays, trainings);
    return isSensitive(run.training, row, description) ? { ...run, sensitive: true } : run;
  };
  const isSensitive = once((_: string, row: DescribedRow, description: RunDescription) =>
    magnifiesRounding(engine, row.output, description),
  );
  const runs = before.filter((_, at) => chosen.has(at)).map(take);
  const labels = new Set(runs.map(({ label }) => label));
  const control = after.filter(({ label }) => labels.has(label)).map(take);
  const kept = retrains ? withoutRepeats(control) : control;
  return {
    bundle: {
      arrays: arrays.stored,
      trainings: trainings.made,
      runs,
      control: kept,
      target: arrays.store('target', floats(result.before.target, [result.before.target.length])),
      first: result.timeSteps[0] ?? 0,
    },
    needs: needsOf(retrains, descriptions, Object.values(trainings.made)),
    isPart: runs.length < before.length,
    isControlPart: kept.length < control.length,
  };
}

/** Which rows are taken along: the first ones; of a sweep all seeds of settings spread evenly over its range. */
function chooseLabels(rows: readonly DescribedRow[], isSweep: boolean, most: number): Set<number> {
  const count = rows.filter(({ group }) => group === 0).length;
  const places = Array.from({ length: Math.min(count, most) }, (_, i) =>
    isSweep && count > most ? Math.round((i * (count - 1)) / (most - 1)) : i,
  );
  return new Set(rows.flatMap((_, at) => (places.includes(at % count) ? [at] : [])));
}

/** Computes once for each key. */
function once<Rest extends unknown[], Result>(compute: (key: string, ...rest: Rest) => Result) {
  const known = new Map<string, Result>();
  return (key: string, ...rest: Rest): Result => {
    const result = known.get(key) ?? compute(key, ...rest);
    known.set(key, result);
    return result;
  };
}

function withoutRepeats(runs: readonly BundledRun[]): BundledRun[] {
  const counts = new Map<string, number>();
  return runs.filter(({ group, training, windows }) => {
    const key = [group, training, windows].join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= mostRepeats;
  });
}

const needsOf = (
  retrains: boolean,
  runs: readonly RunDescription[],
  trainings: readonly BundledTraining[],
): Needs => ({
  retrains,
  trains: trainings.some(({ steps }) => steps > 0),
  feedsBack: runs.some(({ request }) => request.kind === 'continue'),
  masks:
    trainings.some(({ masks }) => masks !== undefined) ||
    runs.some(({ request }) => request.kind === 'next' && request.conditions?.recurrentDropoutMask),
  clips: trainings.some(({ clip_norm }) => clip_norm !== undefined),
  serves: runs.some(({ request }) => request.kind === 'next' && request.servedBefore),
  scales: runs.some(({ scaler }) => scaler),
});

function bundleRun(
  { label, group, output }: DescribedRow,
  { model, request, scaler }: RunDescription,
  arrays: Arrays,
  trainings: Trainings,
): BundledRun {
  const windows = (each: Windows) => arrays.store('windows', storedWindows(each));
  const conditions = request.kind === 'next' ? request.conditions : undefined;
  const mask = conditions?.recurrentDropoutMask;
  const training = trainings.add(model);
  const units = trainings.made[training]?.units ?? 0;
  return {
    label,
    group,
    training,
    windows: windows(request.kind === 'next' ? request.windows : request.known),
    ...(mask && {
      mask: arrays.store('mask', bits([mask], [mask.length / units, units])),
    }),
    ...(request.kind === 'next' &&
      request.servedBefore && { served: request.servedBefore.map(windows) }),
    ...(scaler && { scaler: [scaler.min, scaler.max] as const }),
    bot: arrays.store('forecast', floats(output, [output.length])),
  };
}

interface Trainings {
  readonly made: Readonly<Record<string, BundledTraining>>;
  /** Its name. A model that runs share is looked at once: its draws take time. */
  add(model: Model): string;
}

function createTrainings(arrays: Arrays): Trainings {
  const made: Record<string, BundledTraining> = {};
  const names = new Map<string, string>();
  const ofModels = new Map<Model, string>();
  return {
    made,
    add(model) {
      const known = ofModels.get(model);
      if (known !== undefined) return known;
      const bundled = bundleTraining(model.training(), arrays);
      const key = JSON.stringify(bundled);
      const name = names.get(key) ?? `training ${names.size + 1}`;
      names.set(key, name);
      made[name] = bundled;
      ofModels.set(model, name);
      return name;
    },
  };
}

function bundleTraining(training: Training, arrays: Arrays): BundledTraining {
  const { initialWeights, batchOrder, recurrentDropoutMasks: masks, clipNorm } = training;
  const units = unitsOf(initialWeights);
  const steps = batchOrder.length;
  const weights = arrays.store('weights', storedWeights(initialWeights));
  if (steps === 0) return { weights, units, steps };
  const batch = batchOrder[0]?.length ?? 0;
  return {
    weights,
    units,
    steps,
    windows: arrays.store('windows', storedWindows(training.windows)),
    targets: arrays.store('targets', floats(training.targets, [training.targets.length])),
    batches: arrays.store('batches', wholes(batchOrder.flat(), [steps, batch])),
    learning_rate: training.learningRate,
    ...(clipNorm !== undefined && { clip_norm: clipNorm }),
    ...(masks && { masks: arrays.store('masks', bits(masks, [steps, batch, units])) }),
  };
}

const unitsOf = ({ denseKernel }: LstmWeights): number => denseKernel.length;

/** Every series of ours has one feature. */
const storedWindows = ({ values, samples, timeSteps }: Windows): StoredArray =>
  windowsOf(values, samples, timeSteps);

function storedWeights(weights: LstmWeights): StoredArray {
  const { kernel, recurrentKernel, bias, denseKernel, denseBias } = weights;
  const all = Float32Array.of(...kernel, ...recurrentKernel, ...bias, ...denseKernel, ...denseBias);
  return floats(all, [all.length]);
}
