import type { Problem } from './problem.ts';
import { isUnfinished } from './unfinished.ts';
import type { Parsed } from './yaml-file.ts';

/** A question as somebody may ask it, and where it is written down. */
export interface Asked {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The texts of the list at this path, whatever else is wrong with the file. */
export function textsAt(
  { file, raw, lineAt }: Parsed<unknown>,
  path: readonly (string | number)[],
): Asked[] {
  const list = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    raw,
  );
  if (!Array.isArray(list)) return [];
  return list.flatMap((text: unknown, at) =>
    typeof text === 'string' && !isUnfinished(text)
      ? [{ file, line: lineAt([...path, at]), text }]
      : [],
  );
}

/** Finds phrasings that stand twice (case, spaces and punctuation don't count): they would teach two answers to one question. */
export function findRepeatedPhrasings(all: readonly Asked[]): Problem[] {
  const owners = new Map<string, Asked>();
  return all.flatMap((asked) => {
    const { file, line, text } = asked;
    const folded = text.toLowerCase().replaceAll(/[\s\p{P}]/gu, '');
    const owner = owners.get(folded);
    if (owner === undefined) {
      owners.set(folded, asked);
      return [];
    }
    const message = `"${text}" stands in ${owner.file}:${owner.line} too; keep it where it fits best, or name several causes in ambiguous.yaml`;
    return [{ file, line, field: 'phrasings', message }];
  });
}
