import type { PageId } from '../ids.ts';
import { causesOf, type Excluded, type Trained } from './causes.ts';
import { measure } from './measured.ts';
import type { Matrix } from './numbers.ts';
import { orient } from './orient.ts';
import { needsOf, type Needs } from './reach.ts';
import { limits, readTable, type Refusal, type Rows, type Table } from './readers/index.ts';
import { findSignature, type SignatureId, type Statistics } from './signatures/index.ts';

/** What people may say of their file. */
export interface Told {
  /** What its rows (lines) are; inferred if absent. */
  readonly rows?: Rows | undefined;
  /** Whether one trained model gave all runs, or each run a model trained anew. */
  readonly trained?: Trained | undefined;
}

/** What repeated outputs show. Plain data. */
export interface OutputsCheck {
  readonly runs: number;
  /** Of each run. */
  readonly values: number;
  readonly signature: SignatureId;
  readonly statistics: Statistics;
  /** Best first. */
  readonly fits: readonly PageId[];
  readonly excludes: readonly Excluded[];
  readonly needs?: Needs;
  readonly trained?: Trained;
  /** True: the runs look the same whether one model gave them or many, so the answer to that decides. */
  readonly asksTrained: boolean;
  /** What the rows of the file were taken for; `sure` is false where nothing in the file decides. */
  readonly rows: Rows;
  readonly sure: boolean;
  /** [runs][values], for the chart. */
  readonly outputs: Matrix;
}

export type Checked =
  | { readonly ok: true; readonly check: OutputsCheck }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads a file and says what its outputs show. Pure: the same bytes give the same answer. */
export function checkFile(bytes: Uint8Array, told: Told = {}): Checked {
  const read = readTable(bytes);
  return read.ok ? checkTable(read.content, told) : read;
}

/** The same of numbers that were read. */
export function checkTable(table: Table, { rows: asked, trained }: Told = {}): Checked {
  const { runs, rows, sure } = orient(table, asked);
  const values = runs[0]?.length ?? 0;
  if (runs.length < 2) return { ok: false, refusal: { kind: 'oneRun' } };
  if (runs.length > limits.runs || values > limits.values)
    return { ok: false, refusal: { kind: 'tooMany', runs: limits.runs, values: limits.values } };
  const measured = measure(runs, table.floor);
  const { signature, statistics: own } = findSignature(measured);
  const { farthest, size, floor } = measured;
  const blurred = isBlurred(signature, size, floor);
  const statistics = {
    ...(signature !== 'not-finite' && {
      largestDifference: farthest,
      relativeDifference: size === 0 ? 0 : farthest / size,
    }),
    ...(floor > digitsOfFloat * size && { floor }),
    ...own,
  };
  const needs = needsOf(signature, { runs: runs.length, values }, blurred);
  return {
    ok: true,
    check: {
      runs: runs.length,
      values,
      signature,
      statistics,
      ...causesOf(signature, statistics, trained, blurred),
      ...(needs && { needs }),
      ...(trained && { trained }),
      asksTrained: trained === undefined && asksWhen.includes(signature),
      rows,
      sure,
      outputs: runs,
    },
  };
}

/** Where both answers leave other causes. */
const asksWhen: readonly SignatureId[] = ['independent', 'whole-numbers'];

/** Digits of a float32: printed ones that end earlier may hide a difference. */
const digitsOfFloat = 1e-6;

/** Whether differences that matter here could be smaller than what is printed. */
const isBlurred = (signature: SignatureId, size: number, floor: number): boolean =>
  (signature === 'identical' || signature === 'last-bits') && floor > digitsOfFloat * size;
