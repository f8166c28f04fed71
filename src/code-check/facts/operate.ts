import type { ExpressionOf, Span } from '../parse/tree.ts';
import type { Machine } from './machine.ts';
import { join, marksOf, unite, unknown, without, type MarkKind, type Value } from './value.ts';

/** Comparisons say nothing of where their operands come from; arithmetic does. */
export function combine(
  machine: Machine,
  { operator, span }: ExpressionOf<'operation'>,
  operands: readonly Value[],
): Value {
  if (/^([<>=!]=?=?|in|not in|is|is not|not|!|instanceof)$/.test(operator)) {
    noteComparison(machine, operands, span);
    return unknown;
  }
  if (operator === '||' || operator === '??' || operator === 'or')
    return operands.reduce((a, b) => join(a, b));
  const [first] = operands;
  // `[layer] * 3`
  if (operator === '*' && first?.kind === 'list') return first;
  return without(
    { kind: 'unknown', marks: unite(...operands.map((each) => marksOf(each))) },
    'reset',
  );
}

/** A random number that is held against something else: how a choice by chances is written by hand. */
function noteComparison(machine: Machine, [a, b]: readonly Value[], place: Span): void {
  if (!a || !b) return;
  const carries = (value: Value, kind: MarkKind) => value.marks.some(({ of }) => of === kind);
  for (const [drawn, other] of [
    [a, b],
    [b, a],
  ] as const)
    if (carries(drawn, 'random') && !carries(drawn, 'prediction'))
      machine.noted.comparisons.push({ drawn, other, place });
}
