import type { CauseId } from '../../ids.ts';
import type { Engine, LstmWeights, Training } from '../../lstm/index.ts';
import { demos } from '../catalogue.ts';
import { figuresFrom, piecesOfPlan } from '../comparison.ts';
import { ofVariant } from '../ids.ts';
import { computeAll } from '../pieces.ts';
import type { Plan, Row, Side } from '../plan.ts';
import type { ReportProgress } from '../progress.ts';
import { answer, type RunDescription } from '../request.ts';
import type { Comparison, DemoParameters, PairedComparison } from '../result.ts';
import { taskOf } from '../task.ts';
import { pairedFigures, pairedPieces, pairedPlan } from '../studies/compare/run.ts';

/** More lines than these can't be followed. */
const mostWatchedRuns = 20;
/** Of each of two values; they are dots. */
const mostWatchedPairs = 30;

/** A demo whose models are watched while they train. */
export interface WatchedTraining<Result = Comparison | PairedComparison> {
  readonly kind: 'training';
  /** Of the whole demo. */
  readonly result: Result;
  /** After how many training steps of each run the pictures are taken, [frames]: 0 is the first guess. */
  readonly steps: readonly number[];
  /** What the demo would have given if the training had ended there, from the watched runs, [frames]. */
  readonly frames: readonly Result[];
  /** Of the first run, mean squared, on all training examples, [frames]; absent where no run is singled out. */
  readonly losses?: readonly number[];
}

/** One cause at work, then held fixed, while it trains. The demo must be one whose runs train. */
export async function watchComparison(
  engine: Engine,
  parameters: DemoParameters<CauseId>,
  frames: number,
  onProgress: ReportProgress,
): Promise<WatchedTraining<Comparison>> {
  const { seed, runs } = parameters;
  const plan = ofVariant(demos, parameters).plan(engine, seed, runs, { task: taskOf(parameters) });
  const shown = { ...plan, before: watchedOf(plan, 'before'), after: watchedOf(plan, 'after') };
  const [before, after] = [shown.before.rows, shown.after.rows];
  const { areFiles = false } = plan.sweep ?? {};
  const seen = watchRows(engine, [...before, ...after], frames, areFiles);
  const about = { ...parameters, engine: engine.name };
  const result = await computeAll(piecesOfPlan(plan, about, seen.outputsOf), onProgress);
  const [first] = before;
  return {
    kind: 'training',
    result,
    steps: seen.steps,
    frames: seen.steps.map((_, frame) => ({
      ...result,
      runs: plan.sweep || plan.before.repeats ? result.runs : before.length,
      ...figuresFrom(shown, seen.outputsAt(before, frame), seen.outputsAt(after, frame)),
    })),
    ...(first && !plan.sweep && { losses: seen.lossesOf(first) }),
  };
}

/** What is watched of a side: settings all; of draws the first ones; of repeats one, which stands for all. */
function watchedOf({ sweep, ...plan }: Plan, side: 'before' | 'after'): Side {
  const { rows, repeats } = plan[side];
  const watched = repeats ? rows.slice(0, 1) : sweep ? rows : rows.slice(0, mostWatchedRuns);
  // A file is checked when it is loaded, not while the model trains.
  const unchecked = watched.map(({ label, group, output, describe }) => ({
    label,
    group,
    output,
    ...(describe && { describe }),
  }));
  return { ...plan[side], rows: unchecked };
}

/** Two values of a setting, while both are trained with the same seeds. */
export async function watchPaired(
  engine: Engine,
  parameters: DemoParameters<'compare'>,
  frames: number,
  onProgress: ReportProgress,
): Promise<WatchedTraining<PairedComparison>> {
  const plan = pairedPlan(engine, parameters);
  const [a, b] = [plan.a.slice(0, mostWatchedPairs), plan.b.slice(0, mostWatchedPairs)];
  const { again } = plan;
  const seen = watchRows(engine, [...a, ...b, ...again], frames, false);
  const pieces = pairedPieces(engine, parameters, plan, seen.outputsOf, 1);
  const result = await computeAll(pieces, onProgress);
  return {
    kind: 'training',
    result,
    steps: seen.steps,
    frames: seen.steps.map((_, frame) => ({
      ...result,
      runs: a.length,
      ...pairedFigures(plan, {
        a: seen.outputsAt(a, frame),
        b: seen.outputsAt(b, frame),
        again: seen.outputsAt(again, frame),
      }),
    })),
  };
}

/** Trains each watched row once, when it is asked for, and keeps what it gave on the way. */
function watchRows(engine: Engine, rows: readonly Row[], frames: number, areFiles: boolean) {
  const lengths = rows.map(({ describe }) => describe?.().model.training().batchOrder.length ?? 0);
  const steps = stepsOf(Math.max(...lengths), frames);
  const seen = new Map<Row['describe'], Seen>();
  const see = (row: Row): Seen | undefined => {
    const { describe } = row;
    const isWatched = rows.some((each) => each.describe === describe);
    if (!describe || !isWatched) return undefined;
    const kept = seen.get(describe);
    const made =
      kept ?? (areFiles ? seeFile(row, describe(), steps) : seeTraining(engine, describe(), steps));
    seen.set(describe, made);
    return made;
  };
  return {
    steps,
    outputsOf: (of: readonly Row[]) => of.map((row) => see(row)?.outputs.at(-1) ?? row.output()),
    outputsAt: (of: readonly Row[], frame: number) =>
      of.map((row) => see(row)?.outputs[frame] ?? row.output()),
    lossesOf: (row: Row) => see(row)?.losses() ?? [],
  };
}

/** What a row gave, [frames]. */
interface Seen {
  readonly outputs: readonly Float32Array[];
  readonly losses: () => readonly number[];
}

function seeTraining(engine: Engine, description: RunDescription, steps: readonly number[]): Seen {
  const training = description.model.training();
  const models = [training.initialWeights, ...engine.trainWithCheckpoints(training, 1)];
  // One that is over stays as it is.
  const shown = steps.map(
    (step) => models[Math.min(step, models.length - 1)] ?? training.initialWeights,
  );
  const outputs = new Map<LstmWeights, Float32Array>();
  for (const weights of shown)
    if (!outputs.has(weights))
      outputs.set(
        weights,
        answer(engine, {
          ...description,
          model: { training: () => training, weights: () => weights },
        }),
      );
  return {
    outputs: shown.map((weights) => outputs.get(weights) ?? new Float32Array()),
    losses: () =>
      shown.map((weights) => lossOn(training, engine.predict(weights, training.windows))),
  };
}

/** No number until the file is there. */
function seeFile(row: Row, { model }: RunDescription, steps: readonly number[]): Seen {
  const output = row.output();
  const none = output.map(() => Number.NaN);
  const saved = model.training().batchOrder.length;
  return { outputs: steps.map((step) => (step < saved ? none : output)), losses: () => [] };
}

/** Mean squared error on all training examples. */
function lossOn({ targets }: Training, outputs: Float32Array): number {
  const squares = outputs.reduce((sum, output, at) => sum + (output - Number(targets[at])) ** 2, 0);
  return squares / outputs.length;
}

/** The first guess, the end, and evenly between. Ascending, none twice. */
export function stepsOf(most: number, frames: number): number[] {
  const steps = Array.from({ length: frames }, (_, frame) =>
    Math.round((most * frame) / (frames - 1)),
  );
  return [...new Set(steps)];
}
