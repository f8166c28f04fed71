import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { computeBits } from '../../tools/bits/cases.ts';

it('gives the bits that every other machine and version of Node.js gives', async () => {
  const golden: unknown = JSON.parse(
    readFileSync(new URL('./golden.json', import.meta.url), 'utf8'),
  );
  expect(await computeBits()).toEqual(golden);
});
