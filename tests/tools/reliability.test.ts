import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentPath, proofs, writeDocument } from '../../tools/reliability/document.ts';
import { faults } from '../faults/table.ts';

test('every row of the table of faults is proved by exactly one test', () => {
  const ids = Object.values(faults).flatMap((rows) => Object.keys(rows));
  expect(new Set(ids).size).toBe(ids.length);
  const proved = proofs();
  expect([...proved.keys()].toSorted()).toEqual(ids.toSorted());
  expect([...proved].filter(([, files]) => files.length !== 1)).toEqual([]);
});

test('docs/reliability.md says what the tests prove; else run npm run docs:reliability', async () => {
  expect(readFileSync(documentPath, 'utf8')).toBe(await writeDocument());
});
