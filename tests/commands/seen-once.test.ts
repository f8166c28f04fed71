import { expect, test } from 'vitest';
import { createSeenOnce } from '../../commands/memory/seen-once.ts';

test('a message is marked the first time only, whatever is marked between', () => {
  const seenOnce = createSeenOnce();
  expect(['a', 'b', 'a', 'b', 'c'].map((id) => seenOnce.isFirst(id))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('only the last ones are remembered: the oldest is forgotten first', () => {
  const seenOnce = createSeenOnce(2);
  for (const id of ['a', 'b', 'c']) seenOnce.isFirst(id);
  expect(['b', 'c'].map((id) => seenOnce.isFirst(id))).toEqual([false, false]);
  expect(seenOnce.isFirst('a')).toBe(true);
});
