import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A hash of the paths and contents of the chosen files below a folder, in 32 letters. */
export function hashOf(folder: string, isChosen: (path: string) => boolean, also = ''): string {
  const hash = createHash('sha256').update(also);
  for (const path of filesIn(folder).filter(isChosen)) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

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
