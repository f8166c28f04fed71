import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { computeBits, needsEdition } from '../../tools/bits/cases.ts';

it('asks for a new edition of the demos where one of them gives other bytes', () => {
  const before = { edition: '2', 'demo dropout/inference': 'a', '12 units': 'b' };
  expect(needsEdition(before, { ...before, 'demo dropout/inference': 'c' })).toBe(true);
  for (const now of [
    before,
    { ...before, '12 units': 'c' },
    { ...before, 'demo new/one': 'c' },
    { ...before, 'demo dropout/inference': 'c', edition: '3' },
  ])
    expect(needsEdition(before, now)).toBe(false);
});

it('gives the bits that every other machine and version of Node.js gives', async () => {
  const golden: unknown = JSON.parse(
    readFileSync(new URL('./golden.json', import.meta.url), 'utf8'),
  );
  expect(await computeBits()).toEqual(golden);
});
