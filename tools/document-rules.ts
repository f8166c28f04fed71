// Writes the rules of src/code-check into docs/code-check.md: `npm run document:rules`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/root.ts';
import { withRules } from './document-rules/list.ts';

const file = join(projectRoot, 'docs', 'code-check.md');
writeFileSync(file, withRules(readFileSync(file, 'utf8')));
