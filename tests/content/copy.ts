import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';

export const realContent = join(projectRoot, 'content');

/** A copy of the real content, to be changed by the running test and deleted after it. */
export function copyOfContent(): string {
  const folder = makeCopy();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function makeCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-content-'));
  cpSync(realContent, folder, { recursive: true });
  return folder;
}

type ProblemsAfter = (file: string, change: (text: string) => string) => readonly string[];

/** For the tests of a file, which share one copy of the real content: its problems once one of its files is changed. */
export function changedContent(): ProblemsAfter {
  const folder = makeCopy();
  afterAll(() => rmSync(folder, { recursive: true }));
  return (file, change) => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after, 'the test changes the file').not.toBe(before);
    writeFileSync(path, after);
    const loaded = loadContent(folder);
    writeFileSync(path, before);
    return loaded.ok ? [] : loaded.problems;
  };
}
