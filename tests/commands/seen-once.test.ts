import { expect, test } from 'vitest';
import { createMarks } from '../../commands/memory/seen-once.ts';

test('a message is marked the first time only, whatever is marked between', () => {
  const marked = createMarks();
  expect(['a', 'b', 'a', 'b', 'c'].map((id) => marked.mark(id))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('only the last ones are remembered: the oldest is forgotten first', () => {
  const marked = createMarks(2);
  for (const id of ['a', 'b', 'c']) marked.mark(id);
  expect(['b', 'c'].map((id) => marked.mark(id))).toEqual([false, false]);
  expect(marked.mark('a')).toBe(true);
});
