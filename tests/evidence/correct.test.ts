import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import {
  correctEvidence,
  heldThings,
  nothingRead,
  type Evidence,
} from '../../src/evidence/index.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { ruledOut: statements } = loaded.content;

const evalOn: Evidence = { ...nothingRead, held: ['eval'], ruledOut: ['dropout'] };

test.each(heldThings)('%s that is added and taken back leaves nothing behind', (thing) => {
  const added = correctEvidence(nothingRead, thing, statements);
  expect(added.held).toEqual([thing]);
  expect(correctEvidence(added, thing, statements)).toEqual(nothingRead);
});

test('a thing that is taken back takes with it what it rules out', () => {
  expect(correctEvidence(evalOn, 'eval', statements).ruledOut).toEqual([]);
});

test('what something else rules out as well stays ruled out', () => {
  const both = correctEvidence(evalOn, 'no-dropout', statements);
  expect(correctEvidence(both, 'eval', statements).ruledOut).toEqual(['dropout']);
});

test('a seed that is set rules nothing out, whatever is corrected', () => {
  const seed = correctEvidence(nothingRead, 'seed', statements);
  expect(correctEvidence(seed, 'pytorch', statements).ruledOut).toEqual([]);
  const allSeeds: Evidence = { ...nothingRead, held: ['seed'], ruledOut: ['initial-weights'] };
  expect(correctEvidence(allSeeds, 'pytorch', statements).ruledOut).toEqual(['initial-weights']);
});

test('of sizes and frameworks one at most is true', () => {
  const keras = correctEvidence({ ...nothingRead, framework: 'pytorch' }, 'keras', statements);
  expect(keras.framework).toBe('keras');
  expect(correctEvidence(keras, 'keras', statements)).toEqual(nothingRead);
});
