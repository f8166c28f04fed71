import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/root.ts';
import { entryLike, missingEntries, withoutMarks } from './fill.ts';

/** The recipes of docs/where-to-add.md, followed in a copy of the project. */
describe('npm run new', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seedling-new-'));
    const left = ['node_modules', 'dist', 'builds', '.git', 'data', 'coverage'];
    for (const name of readdirSync(projectRoot))
      if (!left.includes(name))
        cpSync(join(projectRoot, name), join(folder, name), {
          recursive: true,
          filter: (path) => basename(path) !== 'node_modules',
        });
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };
  const npmRun = (...args: string[]) => run('npm', 'run', '-s', ...args);
  /** With half of the work: by one thread. */
  const compile = (project: string) =>
    run('node', 'node_modules/typescript/bin/tsc', '-p', project, '--noEmit', '--singleThreaded');
  /** All of `npm run typecheck` but the page, which no recipe touches. */
  const typecheck = () => compile('tsconfig.json');
  const change = (file: string, edit: (text: string) => string) => {
    const path = join(folder, file);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  };

  /** What each recipe makes, and an existing one of the same kind. */
  const made = [
    { args: ['topic', 'early-stopping'], id: 'early-stopping', like: 'gpu-kernels' },
    { args: ['page', 'cosmic-rays'], id: 'cosmic-rays', like: 'initial-weights' },
    {
      args: ['variant', 'hyperparameters/training-length'],
      id: 'training-length',
      like: 'clipping',
    },
  ];

  const fill = (complaints: string) => {
    for (const { id, like } of made)
      for (const { file, line } of missingEntries(complaints, id))
        change(file, (text) => entryLike(text, line, like, id));
  };

  it('makes a topic, a cause, a variant and a lesson; content and compiler name the rest, and once it is written all is well', () => {
    for (const { args } of [...made, { args: ['lesson', 'gradients'] }]) {
      const { status, output } = npmRun('new', '--', ...args);
      expect(output).toContain('Now write what is marked TODO.');
      expect(status).toBe(0);
    }

    const toWrite = npmRun('check:content').output.trim().split('\n');
    for (const line of toWrite) expect(line).toMatch(/^content\/\S+:\d+ still to write: /);
    for (const file of new Set(toWrite.map((line) => line.split(':')[0] ?? '')))
      change(file, (text) => withoutMarks(text, file));

    const complaints = typecheck().output;
    expect(complaints).toMatch(/^src\/demos\/causes\/cosmic-rays\.ts.*Cannot find name 'TODO'/m);
    change('src/demos/causes/cosmic-rays.ts', (text) =>
      text.replace('plan: TODO', "plan: () => { throw new Error('Not written.'); }"),
    );
    for (const { id } of made) expect(missingEntries(complaints, id), id).not.toEqual([]);
    fill(complaints);
    // A table in which two things are missing is told for the inner one first; none of the tests has such a one.
    fill(compile('tsconfig.build.json').output);

    expect(typecheck()).toEqual({ status: 0, output: '' });
    expect(npmRun('check:content')).toEqual({
      status: 0,
      output: expect.stringContaining('16 pages and 6 follow-ups in 3 languages, 6 lessons'),
    });
  }, 300_000);
});
