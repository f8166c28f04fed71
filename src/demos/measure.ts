import { createHash } from 'node:crypto';
import type { Row, Side } from './plan.ts';
import type { Comparison, Condition, Focus } from './result.ts';
import { column, summarise } from './statistics.ts';

/** What is known of a side's rows before they run. */
export interface Frame extends Pick<Side, 'target'> {
  readonly rows: readonly Pick<Row, 'label' | 'group' | 'check'>[];
}

/** Puts the outputs of a side's rows and their measures together. */
export function measure(side: Frame, outputs: readonly Float32Array[]): Condition {
  const groups = side.rows.map((row) => row.group);
  const members = groupMembers(groups, outputs);
  const spreads = Array.from(side.target, (_, at) =>
    Math.max(...members.map((rows) => spreadAt(rows, at))),
  );
  const spread = Math.max(...spreads);
  const checks = side.rows.flatMap(({ check }) => (check ? [check()] : []));
  return {
    outputs,
    labels: side.rows.map((row) => row.label),
    groups,
    spread,
    widestAt: spreads.indexOf(spread),
    identical: members.every((rows) => rows.every((row) => sameBits(row, rows[0] ?? row))),
    error: rootMeanSquaredError(outputs, side.target),
    target: side.target,
    ...(checks.length > 0 && { checks }),
  };
}

/** Looks at the outputs where the cause shows most. */
export function focusOn(
  before: Condition,
  after: Condition,
  measured: Comparison['measure'],
): Focus {
  const at = measured === 'error' ? farthestFromTarget(before) : before.widestAt;
  const summaryOf = ({ outputs }: Condition) => summarise(column(outputs, at));
  return { at, before: summaryOf(before), after: summaryOf(after) };
}

function farthestFromTarget({ outputs, target }: Condition): number {
  const distances = Array.from(target, (value, at) =>
    Math.max(...column(outputs, at).map((output) => Math.abs(output - value))),
  );
  return distances.indexOf(Math.max(...distances));
}

/** The largest max - min at one time step in each group, by its number. */
export const spreadsOfGroups = ({ groups, outputs, target }: Condition): number[] =>
  groupMembers(groups, outputs).map((rows) =>
    Math.max(...Array.from(target, (_, at) => spreadAt(rows, at))),
  );

function groupMembers(
  groups: readonly number[],
  outputs: readonly Float32Array[],
): Float32Array[][] {
  const members: Float32Array[][] = [];
  groups.forEach((group, row) => {
    const output = outputs[row];
    if (output) (members[group] ??= []).push(output);
  });
  return members;
}

function spreadAt(rows: readonly Float32Array[], at: number): number {
  const values = rows.map((row) => row[at] ?? Number.NaN);
  return Math.max(...values) - Math.min(...values);
}

/** Compares bytes, not numbers: 0 and -0 differ, NaN equals itself. */
const sameBits = (a: Float32Array, b: Float32Array): boolean => bytesOf(a).equals(bytesOf(b));

export function rootMeanSquaredError(
  outputs: readonly Float32Array[],
  target: Float32Array,
): number {
  const squares = outputs.flatMap((row) =>
    Array.from(row, (value, at) => (value - (target[at] ?? 0)) ** 2),
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

const bytesOf = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** SHA-256 (hex) over the float32 outputs as they lie in memory: little-endian on every platform Node.js 20 supports but s390x. */
export function hashOutputs(outputs: readonly Float32Array[]): string {
  const hash = createHash('sha256');
  for (const row of outputs) hash.update(bytesOf(row));
  return hash.digest('hex');
}
