import { expect, test } from 'vitest';
import { similarity } from '../../commands/parts/similar.ts';

test('names are alike by the pairs of letters they share: 1 for the same, 0 for nothing shared', () => {
  expect(similarity('Batch order', 'batch-order')).toBe(1);
  expect(similarity('dropout', 'in')).toBe(0);
  // " night " and " nacht " have six pairs each; " n", "ht" and "t " are in both: 2 * 3 / (6 + 6).
  expect(similarity('night', 'nacht')).toBe(0.5);
});
