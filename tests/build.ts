import { execFileSync } from 'node:child_process';

/** Before any test: builds what the tests with processes run, so that none meets an old one. */
export default function build(): void {
  execFileSync('npm', ['run', '-s', 'build:tools'], { shell: true, stdio: 'inherit' });
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tests/jobs/fixtures'];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
}
