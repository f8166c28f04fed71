import { createHash } from 'node:crypto';
import { labelOf, type Row, type Side, type SweepKind } from './plan.ts';
import type { Comparison, Condition, Focus, SweepFigures } from './result.ts';
import { column, deviationOf, summarise } from './statistics.ts';

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
    labels: side.rows.map(labelOf),
    groups,
    spread,
    deviation: rootMeanSquare(members.map(deviationOf)),
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

export const rootMeanSquaredError = (
  outputs: readonly Float32Array[],
  target: Float32Array,
): number =>
  rootMeanSquare(
    outputs.flatMap((row) => Array.from(row, (value, at) => value - (target[at] ?? 0))),
  );

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

/** What each setting of a sweep gave. */
export function figuresOf(
  { of, usual }: SweepKind,
  before: Condition,
  after: Condition,
): SweepFigures {
  const settings = [...new Set(before.labels)];
  const seeds = groupMembers(before.groups, before.outputs);
  const value = (row: Float32Array, first: Float32Array) =>
    of === 'error' ? rootMeanSquaredError([row], before.target) : largestDistance(row, first);
  const pairs = groupMembers(after.groups, after.outputs);
  const control = after.outputs[0] ?? new Float32Array();
  // Each setting is repeated; or all of them give what the first gives.
  const again =
    pairs.length > 1
      ? pairs.map(apartFromFirst).map((apart) => Math.max(...apart))
      : apartFromFirst(after.outputs);
  return {
    settings,
    of,
    curves: seeds.map((rows) => rows.map((row) => value(row, rows[0] ?? row))),
    again,
    ...(usual && { usual: usual() }),
    ...(usual && pairs.length === 1 && { usualValue: value(control, control) }),
  };
}

const apartFromFirst = (rows: readonly Float32Array[]): number[] =>
  rows.map((row) => largestDistance(row, rows[0] ?? row));

const largestDistance = (a: Float32Array, b: Float32Array): number =>
  Math.max(...Array.from(a, (value, at) => Math.abs(value - (b[at] ?? Number.NaN))));

const bytesOf = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** SHA-256 (hex) over the float32 outputs as they lie in memory: little-endian on every platform Node.js 20 supports but s390x. */
export function hashOutputs(outputs: readonly Float32Array[]): string {
  const hash = createHash('sha256');
  for (const row of outputs) hash.update(bytesOf(row));
  return hash.digest('hex');
}
