import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.ts';

/** Everything below src/ that takes part in making a library; a test follows the imports of make.ts. */
const parts = [
  'answers',
  'content',
  'evidence',
  'library',
  'triage',
  'words',
  'errors',
  'ids',
  'root',
];

/** Names the versions of the libraries that this code uses. */
const packages = 'package.json';

export const isLibraryCode = (path: string): boolean =>
  path.endsWith('.ts') &&
  parts.some((part) => `${path}/`.startsWith(`${part}/`) || path === `${part}.ts`);

/** The key of the code that makes a library, as its sources lie in this project. The build notes it for what it compiled. */
export const keyOfSources = (project: string): string =>
  hashOf(join(project, 'src'), isLibraryCode, readFileSync(join(project, packages), 'utf8'));
