import { execFileSync } from 'node:child_process';
import { openLibrary } from '../src/library/index.ts';

/** Before any test: builds what the tests with processes run, and learns for those that run src, so that none meets an old one. */
export default async function build(): Promise<void> {
  execFileSync('npm', ['run', '-s', 'build:tools'], { shell: true, stdio: 'inherit' });
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tests/jobs/fixtures'];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  const opened = await openLibrary();
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
}
