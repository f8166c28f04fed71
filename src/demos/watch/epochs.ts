import type { Engine } from '../../lstm/index.ts';
import { computeAll } from '../pieces.ts';
import type { ReportProgress } from '../progress.ts';
import type { DemoParameters, Growth } from '../result.ts';
import { growthFrom, grownPieces } from '../studies/growth/run.ts';

/** Pairs of trainings that part, epoch by epoch. */
export interface WatchedEpochs {
  readonly kind: 'epochs';
  readonly result: Growth;
  /** The pair of the sign task, and the question, whose two outputs are farthest apart at the end. */
  readonly pair: number;
  /** What both answer to it, [epochs]. */
  readonly outputs: readonly [plain: readonly number[], moved: readonly number[]];
}

export async function watchEpochs(
  engine: Engine,
  parameters: DemoParameters,
  onProgress: ReportProgress,
): Promise<WatchedEpochs> {
  const pieces = grownPieces(engine, parameters, (all) => all);
  const grown = await computeAll(pieces, onProgress);
  const result = growthFrom(grown, parameters, engine.name);
  const last = result.sign.moved.map((row) => row.at(-1) ?? 0);
  const pair = last.indexOf(Math.max(...last));
  const { plain = [], moved = [] } = grown.signs[pair] ?? {};
  const ends = [plain.at(-1), moved.at(-1)];
  const apart = Array.from(ends[0] ?? [], (output, at) => Math.abs(output - Number(ends[1]?.[at])));
  const question = apart.indexOf(Math.max(...apart));
  const outputsOf = (epochs: readonly Float32Array[]) =>
    epochs.map((outputs) => outputs[question] ?? Number.NaN);
  return { kind: 'epochs', result, pair, outputs: [outputsOf(plain), outputsOf(moved)] };
}
