import { openStream } from '../../src/lstm/index.ts';
import type { Maker } from './makers.ts';
import type { Source } from './source.ts';

/** What is written: the outputs as NumPy saves them, or printed to so many decimals. */
const digits = [undefined, 9, 6, 4] as const;

export interface File {
  readonly runs: number;
  readonly values: number;
  /** How many decimals are printed; undefined: all. */
  readonly decimals: (typeof digits)[number];
  readonly text: string;
}

/** A file of 3 to 20 runs of 1 to 60 values, as somebody would save it: a line for each run. */
export async function makeFile(maker: Maker, source: Source): Promise<File> {
  const { stream } = source;
  const runs = 3 + Math.floor(18 * stream.uniform());
  const values = 1 + Math.floor(60 * stream.uniform());
  const decimals = digits[Math.floor(digits.length * stream.uniform())];
  const made = await maker.make(source, runs);
  const outputs = made.map((run, at) =>
    maker.signatures.includes('reordered')
      ? shuffled(run, values, source.seed, at)
      : run.slice(0, values),
  );
  const isWhole = maker.signatures.includes('whole-numbers');
  const print = (value: number) =>
    decimals === undefined || isWhole || !Number.isFinite(value)
      ? String(value)
      : value.toFixed(decimals);
  // One value a line says by itself that each line is a run.
  const text = outputs.map((run) => run.map(print).join(',')).join('\n');
  return { runs, values, decimals: isWhole ? undefined : decimals, text };
}

/** The first values in a new order, as a loader that shuffles gives them. */
function shuffled(run: readonly number[], values: number, seed: string, at: number): number[] {
  const order = openStream(`${seed}/${at}`, 'batches', 0).permutation(values);
  return order.map((from) => run[from] ?? Number.NaN);
}
