import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../root.ts';

const here = fileURLToPath(import.meta.url);
/** `.ts`, or `.js` once it is compiled. */
const extension = extname(here);

/** The code that turns files into a library. */
const code = ['answers', 'content', 'library', 'words/traditional', 'causes'];

/** The versions of what that code uses. */
const packages = 'package.json';

/** A hash of all that a library is made from: the content's files, and the code that reads them and learns. */
export function keyOf(contentFolder: string): string {
  const hash = createHash('sha256').update(readFileSync(join(projectRoot, packages)));
  const source = join(here, '../..');
  const isCode = (path: string) => code.some((part) => `${path}/`.startsWith(`${part}/`));
  for (const path of filesIn(source))
    if (extname(path) === extension && isCode(path.slice(0, -extension.length))) add(source, path);
  for (const path of filesIn(contentFolder)) add(contentFolder, path);
  return hash.digest('hex');

  function add(folder: string, path: string): void {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
}

/** All files below it, by their paths with `/`, in a fixed order. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
