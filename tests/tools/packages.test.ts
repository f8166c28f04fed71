import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { unknownLicences, type Locked } from '../../tools/packages/licences.ts';
import { readSignatures } from '../../tools/packages/signatures.ts';

const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

test('every package is under a licence that is allowed', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(300);
  expect(unknownLicences(packages)).toEqual([]);
});

test('a licence that is not allowed, or only for makers, is named with its package', () => {
  expect(
    unknownLicences({
      'node_modules/free': { license: '(GPL-3.0-only OR MIT)' },
      'node_modules/both': { license: 'MIT AND GPL-3.0-only' },
      'node_modules/a/node_modules/@b/c': { license: 'AGPL-3.0-only', dev: true },
      'node_modules/tool': { license: 'MPL-2.0', dev: true },
      'node_modules/part': { license: 'MPL-2.0' },
      'node_modules/silent': {},
      'node_modules/ours': { link: true },
      'packages/ours': {},
    }),
  ).toEqual([
    'both: MIT AND GPL-3.0-only',
    '@b/c: AGPL-3.0-only',
    'part: MPL-2.0',
    'silent: no licence',
  ]);
});

test('a wrong signature is a problem, a registry that can not be asked is not', () => {
  const report = { invalid: [{ name: 'x', version: '1.0.0' }], missing: [] };
  expect(readSignatures(JSON.stringify(report))).toEqual({
    kind: 'checked',
    problems: ['x@1.0.0: its signature is wrong'],
  });
  const failed = { error: { code: 'ENOTFOUND', summary: 'request to the keys failed' } };
  expect(readSignatures(JSON.stringify(failed))).toEqual({
    kind: 'skipped',
    why: 'request to the keys failed',
  });
  expect(readSignatures('')).toMatchObject({ kind: 'skipped' });
});
