import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { isLibraryCode } from '../../src/library/sources.ts';
import { projectRoot } from '../../src/root.ts';

const src = join(projectRoot, 'src');

/** Adds this file below src/, and every file that it imports, directly or not. */
function follow(file: string, found: Set<string>): Set<string> {
  // src/words tells the results of demos, of which a library holds none.
  if (found.has(file) || file.startsWith('demos/')) return found;
  found.add(file);
  const imports = readFileSync(join(src, file), 'utf8').matchAll(
    /^(?:import|export)(?! type)[^;]*? from '(\..+?)';/gm,
  );
  for (const [, path = ''] of imports) follow(relative(src, join(src, dirname(file), path)), found);
  return found;
}

test('the library is made anew when any file changes that takes part in making it', () => {
  const files = [...follow('library/make.ts', new Set())];
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !isLibraryCode(file))).toEqual([]);
});
