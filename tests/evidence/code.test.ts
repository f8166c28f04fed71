import { expect, test } from 'vitest';
import { pageIds } from '../../src/ids.ts';
import {
  codedPages,
  differences,
  frameworks,
  heldThings,
  nothingRead,
  pieceIds,
  readEvidence,
  sizes,
  writeEvidence,
  type Evidence,
} from '../../src/evidence/index.ts';

const everything: Evidence = {
  difference: true,
  between: differences,
  held: heldThings,
  ruledOut: pageIds,
  suspect: pageIds,
  size: sizes.at(-1)!,
  framework: frameworks.at(-1)!,
};

test.each<[string, Evidence]>([
  ['nothing', nothingRead],
  ['everything', everything],
  ...differences.map((id): [string, Evidence] => [id, { ...nothingRead, between: [id] }]),
  ...heldThings.map((id): [string, Evidence] => [id, { ...nothingRead, held: [id] }]),
  ...sizes.map((size): [string, Evidence] => [size, { ...nothingRead, size }]),
  ...frameworks.map((framework): [string, Evidence] => [framework, { ...nothingRead, framework }]),
  ...pageIds.map((id): [string, Evidence] => [
    `not ${id}`,
    { ...nothingRead, difference: true, ruledOut: [id], suspect: ['dropout'] },
  ]),
])('evidence of %s survives the way through a button, in 11 characters', (_, evidence) => {
  const code = writeEvidence(evidence);
  expect(code).toHaveLength(11);
  expect(readEvidence(code)).toEqual(evidence);
});

test('a code that we did not write is refused', () => {
  const right = writeEvidence({ ...nothingRead, between: ['calls'] });
  for (const wrong of ['', 'x', `${right}0`, right.slice(1), right.toUpperCase(), '-1000000000'])
    if (wrong !== right) expect(readEvidence(wrong), wrong).toBeUndefined();
  expect(readEvidence('zz000000000'), 'more bits than there are ids').toBeUndefined();
  expect(readEvidence('0000000000z'), 'no such size').toBeUndefined();
});

test('no two pieces of evidence share an id', () => {
  expect(new Set(pieceIds).size).toBe(pieceIds.length);
});

test('what a button says keeps its meaning: what is new is added at the end', () => {
  expect(writeEvidence({ ...nothingRead, between: ['reload'], ruledOut: ['dropout'] })).toBe(
    '02000040000',
  );
  expect(codedPages).toEqual([
    'initial-weights',
    'batch-order',
    'dropout',
    'time-steps',
    'hyperparameters',
    'data-set',
    'carried-state',
    'floating-point',
    'saved-model',
    'gpu-kernels',
    'reduced-precision',
    'hash-and-file-order',
    'batch-norm',
    'sampling-temperature',
    ...codedPages.slice(14),
  ]);
  const lists = { between: differences, held: heldThings, size: sizes, framework: frameworks };
  const begin = {
    between: 'calls reload trainings machines batch-size length order other-requests change',
    held: 'seed eval weights data settings machine cpu no-dropout state-reset',
    size: 'bits small large',
    framework: 'pytorch keras tfjs',
  };
  for (const [name, list] of Object.entries(lists))
    expect(list.join(' ')).toMatch(new RegExp(`^${begin[name as keyof typeof begin]}`));
});

test('every page has its place in the codes, and three characters hold them', () => {
  expect(codedPages.toSorted()).toEqual(pageIds.toSorted());
  expect(2 ** codedPages.length).toBeLessThan(36 ** 3);
});
