import { describe, expect, it, test } from 'vitest';
import { join } from 'node:path';
import { loadContent } from '../../src/content/index.ts';
import {
  correctEvidence,
  differences,
  heldThings,
  impossibleBy,
  nothingRead,
  rankByEvidence,
  sizes,
  type Evidence,
  type PieceId,
  type RankedCause,
} from '../../src/evidence/index.ts';
import { pageIds, type PageId } from '../../src/ids.ts';
import { projectRoot } from '../../src/root.ts';
import { likelihoods, type Given } from '../../src/triage/index.ts';

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

/** What the triage would list under this evidence: its own table, asked for each thing that may be meant. */
const pieceSets = [...differences, ...heldThings, ...sizes];
const statements = (() => {
  const loaded = loadContent(join(projectRoot, 'content'));
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.content.ruledOut;
})();
const withPieces = (...pieces: readonly PieceId[]): Evidence =>
  pieces.reduce((evidence, piece) => correctEvidence(evidence, piece, statements), nothingRead);

describe('no cause that the triage finds impossible stands before one that can be', () => {
  const pairs = pieceSets.flatMap((a, at) => pieceSets.slice(at + 1).map((b) => [a, b] as const));
  it.each(pairs)('%s and %s', (...pieces) => {
    const evidence = withPieces(...pieces);
    const impossible = impossibleBy(evidence);
    const can = ({ id }: RankedCause) =>
      !impossible.includes(id) && !evidence.ruledOut.includes(id);
    // However much the words speak for them.
    const words = pageIds.map((id) => ({ id, probability: impossible.includes(id) ? 0.9 : 0.01 }));
    const ranked = rankByEvidence(evidence, words);
    const inOrder = ranked.map(can);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => Number(b) - Number(a)));
    expect(inOrder[0]).toBe(true);
  });

  it.each<[readonly PieceId[], Given]>([
    [['calls'], { weights: 'same', where: 'one-process', calls: 'clear' }],
    [
      ['calls', 'bits'],
      { weights: 'same', where: 'one-process', calls: 'last-digits', size: 'last-digits' },
    ],
    [['reload', 'weights'], { weights: 'same', where: 'reloaded' }],
    [['reload', 'large'], { weights: 'same', where: 'reloaded', size: 'clear' }],
    [['trainings'], { weights: 'trained' }],
    [['trainings', 'no-dropout'], { weights: 'trained', dropout: 'no' }],
    [['weights'], { weights: 'same' }],
  ])('%s: only what the triage has left is possible', (pieces, given) => {
    const evidence = withPieces(...pieces);
    const left = pageIds.filter((id) => !impossibleBy(evidence).includes(id));
    expect(left.toSorted()).toEqual([...likelihoods(given).keys()].toSorted());
  });

  it('so initial weights cannot be what changes between two calls', () => {
    expect(impossibleBy(withPieces('eval', 'weights', 'calls', 'pytorch'))).toContain(
      'initial-weights',
    );
  });
});
