import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';

/** The file, and the way to an entry in it: the constant, then keys. */
type Entry = readonly [file: string, ...path: string[]];

const inEachLanguage: readonly Entry[] = [
  ['names.ts', 'causes', 'batch-norm'],
  ['names.ts', 'studies', 'butterfly'],
  ['names.ts', 'followUps', 'is-it-a-bug'],
  ['names.ts', 'cases', 'reloaded'],
  ['names.ts', 'sections', 'how-to-check'],
  ['names.ts', 'variants', 'dropout', 'training'],
  ['stories.ts', 'comparisons', 'hyperparameters', 'clipping'],
  ['trained-model-stories.ts', 'trainedModelStories', 'saved-model', 'scaler'],
  ['chart.ts', 'rows', 'learning-rate'],
  ['triage.ts', 'questions', 'calls'],
  ['triage.ts', 'checks', 'two-calls'],
];

const entries: readonly Entry[] = [
  ...['en', 'zh-CN'].flatMap((language) =>
    inEachLanguage.map(([file, ...path]): Entry => [`src/words/${language}/${file}`, ...path]),
  ),
  // What English has, the others must have.
  ['src/words/zh-CN/phrases.ts', 'phrases', 'apart'],
  ['src/words/zh-CN/studies.ts', 'studies', 'all'],
  ['src/words/zh-CN/replies.ts', 'replies', 'problems', 'tooFast'],
  ['src/words/zh-CN/chart.ts', 'chart', 'alt', 'panel', 'fromTarget'],
  ['src/demos/causes/dropout.ts', 'dropout', 'training'],
];

/** Lines without that entry; the code is formatted, so that an entry ends where its indentation comes back. */
function without(lines: readonly string[], [constant, ...keys]: readonly string[]): string[] {
  const find = (pattern: RegExp, from: number): number => {
    const at = lines.findIndex((line, index) => index >= from && pattern.test(line));
    if (at < 0) throw new Error(`There is no ${pattern}.`);
    return at;
  };
  const start = keys.reduce(
    (at, key) => find(new RegExp(`^ +'?${key}'?:`), at + 1),
    find(new RegExp(`\\b${constant}\\b.*[:=]`), 0),
  );
  const depth = (line = ''): number => line.search(/\S/);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line !== '' && depth(line) <= depth(lines[start]));
  const closes = /^ *[})\]]/.test(rest[end] ?? '') && depth(rest[end]) === depth(lines[start]);
  return [...lines.slice(0, start), ...rest.slice(end + (closes ? 1 : 0))];
}

test('what is missing is a type error in the file to edit, and nowhere else', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'seedling-missing-'));
  try {
    for (const part of ['src', 'commands', 'package.json', 'tsconfig.json'])
      await cp(join(projectRoot, part), join(copy, part), { recursive: true });
    await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
    for (const [file, ...path] of entries) {
      const lines = (await readFile(join(copy, file), 'utf8')).split('\n');
      await writeFile(join(copy, file), without(lines, path).join('\n'));
    }
    const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [compiler, '--pretty', 'false', '--noUnusedLocals', 'false'],
      {
        cwd: copy,
      },
    ).catch((failure: { stdout: string }) => failure);
    const found = stdout
      .split('\n')
      .filter((line) => line.includes('error'))
      .map(
        (line) =>
          /^(\S+?)\(.*Property '"?([^'"]+)"?' is missing/.exec(line)?.slice(1).join(' ') ?? line,
      );
    expect(found.toSorted()).toEqual(
      entries.map(([file, ...path]) => `${file} ${path.at(-1)}`).toSorted(),
    );
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
