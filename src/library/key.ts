import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../root.ts';

const here = fileURLToPath(import.meta.url);
/** `.ts` in the sources, `.js` in the build. */
const extension = extname(here);

/** Everything below src/ that takes part in making a library; a test follows the imports of make.ts. */
const code = ['answers', 'content', 'evidence', 'library', 'triage', 'words', 'ids', 'root'];

/** Names the versions of the libraries that this code uses. */
const packages = 'package.json';

type Chosen = (path: string) => boolean;

/** A hash of the paths and contents of the chosen files below a folder, in 32 letters. */
function hashOf(folder: string, isChosen: Chosen, also = ''): string {
  const hash = createHash('sha256').update(also);
  for (const path of filesIn(folder).filter(isChosen)) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

export const isLibraryCode: Chosen = (path) =>
  extname(path) === extension &&
  code.some((part) => `${path}/`.startsWith(`${part}/`) || path === part + extension);

/** The key of the code. It is computed when the process starts, because that is the code which the process runs. */
export const codeKey = hashOf(
  join(here, '../..'),
  isLibraryCode,
  readFileSync(join(projectRoot, packages), 'utf8'),
);

/** The key of everything that a library is made from: the code, and the content's files. */
export const keyOf = (contentFolder: string): string => codeKey + hashOf(contentFolder, () => true);

/** The paths of all files below the folder, with `/`, in a fixed order. */
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
