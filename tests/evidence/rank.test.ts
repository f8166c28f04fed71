import { describe, expect, it, test } from 'vitest';
import { nothingRead, rankByEvidence, type Evidence } from '../../src/evidence/index.ts';
import { pageIds, type PageId } from '../../src/ids.ts';

/** Words alone say nothing. */
const even = pageIds.map((id) => ({ id, probability: 1 / pageIds.length }));
const first = (evidence: Partial<Evidence>, prior = even) =>
  rankByEvidence({ ...nothingRead, difference: true, ...evidence }, prior).map(({ id }) => id);

describe('evidence leads to the causes that the triage would name', () => {
  it.each<[Partial<Evidence>, readonly PageId[]]>([
    [{ between: ['calls'] }, ['dropout', 'sampling-temperature', 'carried-state', 'batch-norm']],
    [{ between: ['calls'], held: ['no-dropout'], ruledOut: ['dropout'] }, ['sampling-temperature']],
    [{ between: ['reload'], size: 'large' }, ['saved-model']],
    [{ between: ['trainings'] }, ['initial-weights', 'batch-order', 'dropout']],
    [{ between: ['change'] }, ['hyperparameters', 'data-set']],
    [{ between: ['batch-size'], held: ['weights'], size: 'bits' }, ['floating-point']],
    [{ between: ['length'], held: ['weights'] }, ['time-steps']],
  ])('%j', (evidence, causes) => {
    expect(first(evidence).slice(0, 5)).toEqual(expect.arrayContaining([...causes]));
  });
});

test('what is ruled out comes last, however much the words speak for it', () => {
  const words = even.map(({ id }) => ({ id, probability: id === 'dropout' ? 0.99 : 0.01 / 13 }));
  const evidence: Partial<Evidence> = { between: ['calls'], held: ['eval'], ruledOut: ['dropout'] };
  expect(first(evidence, words).at(-1)).toBe('dropout');
});

test('a cause of change needs a word of change', () => {
  const words = even.map(({ id }) => ({
    id,
    probability: id === 'hyperparameters' ? 0.9 : id === 'initial-weights' ? 0.05 : 0.05 / 12,
  }));
  expect(first({ between: ['trainings'] }, words)[0]).toBe('initial-weights');
  expect(first({ between: ['change'] }, words)[0]).toBe('hyperparameters');
});

test('all probabilities together are as much as before', () => {
  const ranked = rankByEvidence(
    { ...nothingRead, between: ['calls'], ruledOut: ['dropout'] },
    even,
  );
  expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  expect(rankByEvidence({ ...nothingRead, between: ['calls'] }, [])).toEqual([]);
});

test('evidence that contradicts itself leaves the words to decide', () => {
  const words = even.map(({ id }) => ({ id, probability: id === 'time-steps' ? 0.8 : 0.2 / 13 }));
  const all: Partial<Evidence> = { between: ['calls', 'trainings', 'length'], held: ['weights'] };
  expect(first(all, words)[0]).toBe('time-steps');
});
