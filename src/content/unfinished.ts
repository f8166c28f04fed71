import type { Problem } from './problem.ts';

/** `npm run new` marks what people still have to write with this word. */
const mark = /\bTODO\b:?\s*/;

export const isUnfinished = (text: string): boolean => mark.test(text);

/** The problems of a file, and what is still to write in it. Such a line has no other problem. */
export function withUnfinished(
  file: string,
  text: string,
  problems: readonly Problem[],
): Problem[] {
  const unfinished = text.split('\n').flatMap((content, at): Problem[] => {
    if (!isUnfinished(content)) return [];
    const message = content.trim().replace(mark, '');
    return [{ file, line: at + 1, field: 'still to write', message }];
  });
  const lines = new Set(unfinished.map(({ line }) => line));
  return [...unfinished, ...problems.filter(({ line }) => !lines.has(line))];
}
