import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/root.ts';

const parts = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'content',
  'src',
  'commands',
  'packages',
  'tools',
  'builds',
  'dist',
];

/** The project as it lies here, built, in a folder of its own, where a test may change it. Its packages are ours. */
export function copyProject(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-copy-'));
  for (const part of parts)
    // `dist` is a link, which then leads to the copy's own build.
    cpSync(join(projectRoot, part), join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
    });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
