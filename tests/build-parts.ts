import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = 'src/lstm/kernel/assembly';
const built = 'dist/kernel.wasm';

const changedAt = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Before any test: compiles the kernel if its sources changed since, and bundles the page, so that no test meets an old one. */
export default function buildParts(): void {
  const newest = Math.max(...readdirSync(sources).map((name) => changedAt(join(sources, name))));
  if (changedAt(built) < newest)
    execFileSync('npm', ['run', '-s', 'build:kernel'], { shell: true });
  execFileSync('npm', ['run', '-s', 'build:page'], { shell: true });
}
