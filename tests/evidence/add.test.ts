import { expect, test } from 'vitest';
import { addEvidence, nothingRead } from '../../src/evidence/index.ts';

test('two messages say together what each of them says', () => {
  const first = {
    ...nothingRead,
    difference: true,
    between: ['calls'],
    framework: 'keras',
  } as const;
  const second = { ...nothingRead, held: ['eval'], ruledOut: ['dropout'], size: 'bits' } as const;
  expect(addEvidence(first, second)).toEqual({
    difference: true,
    between: ['calls'],
    held: ['eval'],
    ruledOut: ['dropout'],
    suspect: [],
    size: 'bits',
    framework: 'keras',
  });
});

test('what is said later holds against what was said before', () => {
  const before = {
    ...nothingRead,
    ruledOut: ['dropout'],
    size: 'bits',
    framework: 'keras',
  } as const;
  const now = { suspect: ['dropout'], size: 'large', framework: 'pytorch' } as const;
  expect(addEvidence(before, now)).toEqual({
    ...nothingRead,
    suspect: ['dropout'],
    size: 'large',
    framework: 'pytorch',
  });
});
