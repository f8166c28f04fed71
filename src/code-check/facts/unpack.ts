import { join, marksOf, unknown, type Value } from './value.ts';

/** What a loop over a value gives at each turn. */
export function elementOf(value: Value): Value {
  if (value.kind === 'list' && value.items.length > 0) {
    const all = value.items.reduce((a, b) => join(a, b));
    return value.marks.length > 0 ? { ...all, marks: [...all.marks, ...value.marks] } : all;
  }
  // Numbers and text of a module carry nothing with them.
  return { kind: 'unknown', marks: marksOf(value) };
}

/** The parts of a value that is taken apart: `a, b = value`. */
export function partsOf(value: Value, count: number): Value[] {
  if (value.kind === 'list' && !value.isOpen && value.items.length === count)
    return [...value.items];
  const part: Value =
    value.kind === 'list' ? elementOf(value) : { kind: 'unknown', marks: marksOf(value) };
  return Array.from({ length: count }, () => part);
}

export const itemAt = (value: Value, key: string | number): Value => {
  if (value.kind === 'list' && typeof key === 'number') {
    const item = value.items.at(key);
    if (item && !value.isOpen) return item;
  }
  if (value.kind === 'dictionary') return value.entries.get(String(key)) ?? unknown;
  return elementOf(value);
};
