import { describe, expect, test } from 'vitest';
import type { CaseId } from '../../src/ids.ts';
import {
  mostQuestions,
  nextStep,
  questionsOf,
  writePath,
  type CheckId,
  type Given,
} from '../../src/triage/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { allPlaces } from './places.ts';

/** What each check needs before one can do it. Written down apart from the table of the triage. */
const needs: Readonly<
  Record<CheckId, 'a saved model' | 'a reload' | 'trainings' | 'a change' | 'nothing'>
> = {
  'same-weights': 'nothing',
  'two-calls': 'a saved model',
  'zero-state': 'a saved model',
  'weight-hash': 'a reload',
  'input-hash': 'a saved model',
  'full-precision': 'nothing',
  'on-cpu': 'nothing',
  seeds: 'a change',
  settings: 'trainings',
  'first-mismatch': 'trainings',
  'batch-indices': 'trainings',
  tolerance: 'nothing',
};
const doneIn = {
  nothing: ['same-weights', 'reloaded', 'retrained', 'changed-settings'],
  'a saved model': ['same-weights', 'reloaded'],
  'a reload': ['reloaded'],
  trainings: ['retrained', 'changed-settings'],
  'a change': ['changed-settings'],
} as const satisfies Record<string, readonly CaseId[]>;

/** The case as the answers tell it; more than one where they leave it open. */
function casesOf({ weights, where, changed, calls, size }: Given): CaseId[] {
  // Calls of one model that differ clearly are no matter of training.
  const isTrained = weights === 'trained' || (weights !== 'same' && calls !== 'clear');
  const isSaved = weights !== 'trained';
  // Where calls in a row differ in the last digits only, a larger difference comes with loading.
  const isLarger = calls === 'last-digits' && (size === 'small' || size === 'clear');
  return [
    ...(isSaved && where !== 'reloaded' && !isLarger ? (['same-weights'] as const) : []),
    ...(isSaved && where !== 'one-process' ? (['reloaded'] as const) : []),
    ...(isTrained && !isNamed(changed) ? (['retrained'] as const) : []),
    ...(isTrained && changed !== 'nothing' ? (['changed-settings'] as const) : []),
  ];
}
const isNamed = (changed: Given['changed']) => changed === 'setting' || changed === 'data';

const ends = allPlaces().flatMap((given) => {
  const step = nextStep(given);
  return step.kind === 'result' ? [{ given, ...step }] : [];
});

describe(`on all ${ends.length} paths`, () => {
  test('at most four questions are asked', () => {
    for (const { given } of ends)
      expect(questionsOf(given).length).toBeLessThanOrEqual(mostQuestions);
  });

  test('the check can be done in every case that is still possible', () => {
    const misplaced = ends.filter(({ given, check }) => {
      const done: readonly CaseId[] = doneIn[needs[check.id]];
      return !casesOf(given).every((id) => done.includes(id));
    });
    expect(misplaced.map(({ given, check }) => `${writePath(given)} ${check.id}`)).toEqual([]);
  });

  test('every cause that is still possible is in an outcome', () => {
    const unnamed = ends.flatMap(({ given, ranked, check }) => {
      const named = new Set(check.outcomes.flatMap(({ causes }) => causes));
      const left = ranked.filter((id) => !named.has(id));
      return left.length > 0 ? [`${writePath(given)} ${check.id}: ${left.join(', ')}`] : [];
    });
    expect(unnamed).toEqual([]);
  });

  test('what confirms a single cause says what speaks against it too', () => {
    const alone = ends.filter(({ ranked }) => ranked.length === 1);
    expect(alone.length).toBeGreaterThan(3);
    for (const { check } of alone)
      expect(check.outcomes.some(({ causes }) => causes.length === 0)).toBe(true);
  });
});

test('the size of the first difference tells rounding from another batch, not its moment', () => {
  const step = nextStep({
    weights: 'trained',
    changed: 'nothing',
    start: 'unknown',
    size: 'clear',
  });
  if (step.kind !== 'result') throw new Error('The triage is not at its end.');
  expect(step.check.id).toBe('first-mismatch');
  const outcomes = new Map(step.check.outcomes.map(({ id, causes }) => [id, causes]));
  expect(outcomes.get('tiny')).toEqual(expect.arrayContaining(['floating-point', 'gpu-kernels']));
  expect(outcomes.get('step')).toEqual(expect.arrayContaining(['batch-order', 'dropout']));
  expect(outcomes.get('step')).not.toContain('gpu-kernels');
});

test('seeds that overlap rule nothing out', () => {
  const found = ends.filter(({ check }) => check.id === 'seeds');
  expect(found.length).toBeGreaterThan(0);
  for (const { ranked, check } of found)
    expect(check.outcomes.find(({ id }) => id === 'mixed')?.causes).toEqual(ranked);
  expect(wordsFor('en').replies.triage.checks.seeds.outcomes.mixed).toContain('can’t tell');
});
