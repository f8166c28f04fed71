import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/root.ts';

/**
 * What the Dockerfile makes, in a folder: the compiled bot, its content, and of the packages those that the lock file
 * names for production.
 */
export function buildProduction(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-production-'));
  const playground = ['package.json', 'dist'].map((name) => `packages/playground/${name}`);
  for (const path of ['package.json', 'content', 'dist', ...playground])
    // `dist` is a link; the image holds what it leads to.
    cpSync(realpathSync(join(projectRoot, path)), join(folder, path), { recursive: true });
  for (const path of ['dist/tests', 'dist/tools']) rmSync(join(folder, path), { recursive: true });
  for (const path of productionPackages()) copyQuickly(path, folder);
  execFileSync('chmod', ['755', folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>
  >;
}

/** The outermost folders in node_modules; a package's own packages lie within it. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(
    readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'),
  ) as Lock;
  return Object.entries(packages).flatMap(([path, { dev, devOptional }]) =>
    dev || devOptional || path.lastIndexOf('node_modules/') !== 0 ? [] : [path],
  );
}

/** With hard links where that is possible. */
function copyQuickly(path: string, folder: string): void {
  const [from, to] = [join(projectRoot, path), join(folder, path)];
  // A package for another kind of machine.
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
}
