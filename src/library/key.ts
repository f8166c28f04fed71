import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../root.ts';

const here = fileURLToPath(import.meta.url);
/** `.ts`, or `.js` once it is compiled. */
const extension = extname(here);

/** The code that turns files into a library. */
const code = ['answers', 'content', 'evidence', 'library', 'triage', 'words', 'ids'];

/** The versions of what that code uses. */
const packages = 'package.json';

type Chosen = (path: string) => boolean;

/** Of these files below a folder: a hash of their paths and contents, in 32 letters. */
function hashOf(folder: string, isChosen: Chosen, also = ''): string {
  const hash = createHash('sha256').update(also);
  for (const path of filesIn(folder).filter(isChosen)) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

const isCode: Chosen = (path) =>
  extname(path) === extension &&
  code.some((part) => `${path}/`.startsWith(`${part}/`) || path === part + extension);

/** Of the code that this process runs, so it is taken when the process starts. */
export const codeKey = hashOf(
  join(here, '../..'),
  isCode,
  readFileSync(join(projectRoot, packages), 'utf8'),
);

/** Of all that a library is made from: that code, and the content's files. */
export const keyOf = (contentFolder: string): string => codeKey + hashOf(contentFolder, () => true);

/** All files below it, by their paths with `/`, in a fixed order. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}
