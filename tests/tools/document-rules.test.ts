import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { withRules } from '../../tools/document-rules/list.ts';

test('docs/code-check.md lists the rules as they are (npm run document:rules writes them)', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'code-check.md'), 'utf8');
  expect(withRules(page)).toBe(page);
});
