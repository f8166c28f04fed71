import { expect, test } from 'vitest';
import { joinCode, type CodeFinding } from '../../src/outputs-check/index.ts';

const check = {
  fits: ['dropout', 'initial-weights'],
  excludes: [{ page: 'carried-state', why: 'no-order-here' }],
} as const;
const finding = (page: CodeFinding['page'], when: CodeFinding['when'], line: number) => ({
  page,
  when,
  line,
});

test('findings that the numbers show come first, those that they contradict last, and their order stays', () => {
  const findings = [
    finding('carried-state', 'later-call', 12),
    finding(null, 'gpu', 3),
    finding('dropout', 'call', 41),
    finding('data-set', 'retraining', 8),
    finding('initial-weights', 'retraining', 5),
    finding('dropout', 'never', 10),
  ];
  expect(joinCode(findings, check).map(({ shown, finding: { line } }) => [shown, line])).toEqual([
    ['shown', 41],
    ['shown', 5],
    ['open', 3],
    ['open', 8],
    ['not-shown', 12],
    ['not-shown', 10],
  ]);
});

test('what only a training changes is not what calls of one model show', () => {
  const [joined] = joinCode([finding('dropout', 'retraining', 7)], { ...check, trained: 'once' });
  expect(joined?.shown).toBe('not-shown');
});
