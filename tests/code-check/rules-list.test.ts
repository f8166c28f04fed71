import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { withRules } from './rules-list.ts';

test('docs/code-check.md lists the rules as they are (this file run with -u writes them)', async () => {
  const file = join(projectRoot, 'docs', 'code-check.md');
  await expect(withRules(readFileSync(file, 'utf8'))).toMatchFileSnapshot(file);
});
