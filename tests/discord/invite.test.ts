import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inviteFor, neededPermissions } from '../../src/discord/invite.ts';
import { projectRoot } from '../../src/root.ts';

test.each(['README.md', 'docs/deployment.md'])(
  'the invite in %s is the one that the bot logs',
  (name) => {
    const text = readFileSync(join(projectRoot, name), 'utf8');
    const links = text.match(/https:\/\/discord\.com\/oauth2\/authorize\S*?(?=[\s>)]|$)/g);
    expect(links).toEqual([inviteFor('YOUR_APPLICATION_ID')]);
  },
);

test('it asks for no right to manage anything', () => {
  const administrator = 1n << 3n;
  const manages = [administrator, 1n << 4n, 1n << 5n, 1n << 13n, 1n << 28n, 1n << 34n];
  expect(neededPermissions.filter((each) => manages.includes(each))).toEqual([]);
  expect(new Set(neededPermissions).size).toBe(6);
});
