import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { openLibrary } from '../src/library/index.ts';

const npmRun = (script: string) =>
  execFileSync('npm', ['run', '-s', script], { shell: true, stdio: 'inherit' });

/**
 * Before any test, so that none meets an old one: builds what the tests with processes run, if some are to come, and
 * learns for those that run src.
 */
export default async function build({ vitest }: TestProject): Promise<void> {
  if (vitest.projects.every(({ name }) => name === 'pure')) npmRun('build:kernel');
  else {
    npmRun('build:tools');
    const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tests/jobs/fixtures'];
    execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  }
  const opened = await openLibrary();
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
}
