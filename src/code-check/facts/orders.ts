import type { Span } from '../parse/tree.ts';
import type { Machine } from './machine.ts';
import { marksOf, type Value } from './value.ts';

/** What has no fixed order (a set, the files of a folder) is given one here. */
export function noteOrder(machine: Machine, value: Value, what: Span, use: Span): void {
  for (const mark of marksOf(value))
    if (mark.of === 'set' || mark.of === 'files') {
      const { of: source, place: origin, isText } = mark;
      machine.noted.orderUses.push({ source, origin, use, what, isText });
    }
}

/** It is sorted after all: in the call at `within`, or wherever it is. */
export function forgetOrder(machine: Machine, value: Value, within: Span | null): void {
  const origins = marksOf(value).flatMap((mark) =>
    mark.of === 'set' || mark.of === 'files' ? [mark.place.from] : [],
  );
  const { orderUses } = machine.noted;
  for (let at = orderUses.length - 1; at >= 0; at -= 1) {
    const use = orderUses[at];
    if (!use || !origins.includes(use.origin.from)) continue;
    if (!within || (use.use.from >= within.from && use.use.to <= within.to))
      orderUses.splice(at, 1);
  }
}
