import { anyOf, type Patterns, type Wordings } from './wordings.ts';

type NotStated = Wordings['notStated'];
/** The matches in a folded text. */
export type Matches = (text: string) => readonly RegExpExecArray[];

const clauseEnd = /[,;:()]| - | but /u;

/** Matches that are not denied: not "never retrained". */
export const done = (patterns: Patterns, { undone }: NotStated): Matches =>
  unless(patterns, anyOf(undone), undefined);

/** Matches that are said to be so: neither denied, nor asked, nor wished for. */
export const stated = (patterns: Patterns, { asked, undone, askedAfter }: NotStated): Matches =>
  unless(patterns, anyOf([...asked, ...undone]), anyOf(askedAfter));

/** What stands before a match counts within its clause. */
function unless(patterns: Patterns, before: RegExp, after: RegExp | undefined): Matches {
  const pattern = anyOf(patterns);
  return (text) => {
    // Nothing matches most texts; matchAll makes a copy of the expression first.
    if (text.search(pattern) < 0) return [];
    return [...text.matchAll(pattern)].filter(({ 0: match, index }) => {
      const clause = text.slice(0, index).split(clauseEnd).at(-1) ?? '';
      const rest = text.slice(index + match.length);
      return clause.search(before) < 0 && (!after || rest.search(after) < 0);
    });
  };
}
