import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outdatedNode } from '../src/node-version.ts';
import { projectRoot } from '../src/root.ts';

test.each(['20.19.0', '20.20.2', '21.7.3'])(
  'Node.js %s works, and is said to be old',
  (version) => {
    expect(outdatedNode(version)).toMatch(
      new RegExp(`^Node\\.js ${version} is past its end of life.*Node\\.js 24\\.$`),
    );
  },
);

test.each(['22.0.0', '24.22.3', '26.12.1'])('of Node.js %s nothing is said', (version) => {
  expect(outdatedNode(version)).toBeUndefined();
});

test('README says the same, and package.json asks for the oldest that works', () => {
  const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8');
  expect(read('README.md')).toMatch(/Node\.js 20, 22, 24 and 26; 24 is recommended/);
  for (const name of ['package.json', 'packages/playground/package.json'])
    expect(JSON.parse(read(name))).toMatchObject({ engines: { node: '>=20.19.0' } });
});
