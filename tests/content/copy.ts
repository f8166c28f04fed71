import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';

export const realContent = join(projectRoot, 'content');

/** A copy of the real content, to be changed by the running test and deleted after it. */
export function copyOfContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(realContent, folder, { recursive: true });
  return folder;
}

/** The problems of a copy of the real content in which one file was changed. */
export function problemsAfter(file: string, change: (text: string) => string): readonly string[] {
  const folder = copyOfContent();
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, 'the test changes the file').not.toBe(before);
  writeFileSync(path, after);
  const loaded = loadContent(folder);
  return loaded.ok ? [] : loaded.problems;
}
