import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Phrasings } from './load-phrasings.ts';
import type { Problem } from './problem.ts';

/** No phrasing may stand twice, whatever its case, spaces and punctuation: it would pull the answerer both ways. */
export function findRepeatedPhrasings(folder: string, all: readonly Phrasings[]): Problem[] {
  const owners = new Map<string, string>();
  return all.flatMap(({ file, phrasings }) =>
    phrasings.flatMap((phrasing) => {
      const folded = phrasing.toLowerCase().replaceAll(/[\s\p{P}]/gu, '');
      const owner = owners.get(folded);
      owners.set(folded, file);
      if (owner === undefined) return [];
      const message = `"${phrasing}" stands in ${owner} too; keep it where it fits best, or name several causes in ambiguous.yaml`;
      return [{ file, line: lastLineWith(phrasing, folder, file), field: 'phrasings', message }];
    }),
  );
}

/** The later one of two in a file is the one too many. */
function lastLineWith(phrasing: string, folder: string, file: string): number {
  const text = readFileSync(join(folder, file.replace(/^content\//, '')), 'utf8');
  const quoted = phrasing.replaceAll("'", "''");
  const at = text
    .split('\n')
    .findLastIndex((line) => line.includes(phrasing) || line.includes(quoted));
  return Math.max(at + 1, 1);
}
