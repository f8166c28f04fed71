import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each part is made from: files, and folders with all that is in them. */
export const inputs = {
  kernel: ['src/lstm/kernel/assembly', 'src/lstm/kernel/asconfig.json', 'package-lock.json'],
  playground: [
    'packages/playground/src',
    'packages/playground/bundle.mjs',
    'packages/playground/tsconfig.build.json',
    'tsconfig.json',
    'package-lock.json',
  ],
  bot: [
    'src',
    'commands',
    'tsconfig.json',
    'tsconfig.build.json',
    'package.json',
    'package-lock.json',
  ],
  pictures: ['src', 'content/zh-TW.yaml', 'package.json'],
  learned: ['src', 'content', 'package.json'],
};

/**
 * Of one part, by the contents of its files: what git or a copy did to their dates changes nothing.
 *
 * @param {keyof typeof inputs} part
 */
export function hashOf(part) {
  const hash = createHash('sha256');
  for (const path of inputs[part].flatMap(filesIn)) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * What a folder was built from, as tools/build.mjs noted it there; nothing if it was not.
 *
 * @param {string} folder
 */
export function builtFrom(folder) {
  const file = join(root, folder, 'built-from.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
