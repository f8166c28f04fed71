import { stated, type Statement, type Wordings } from '../evidence/index.ts';

/**
 * Takes what people have ruled out ("dropout is off, and still ...") out of a folded question, so that its words don't speak
 * for that cause, and says what it was.
 */
export function ruledOutTaker(
  groups: readonly Statement[],
  notStated: Wordings['notStated'],
): (folded: string) => { readonly left: string; readonly ruledOut: readonly string[] } {
  const takers = groups
    .filter(({ keepsWords }) => !keepsWords)
    .map(({ id, patterns }) => ({ id, find: stated(patterns, notStated) }));
  return (folded) => {
    const ruledOut: string[] = [];
    const left = takers.reduce((text, { id, find }) => {
      const found = find(text);
      if (found.length > 0) ruledOut.push(id);
      return without(text, found);
    }, folded);
    return { left, ruledOut };
  };
}

/** A space where each match stood. */
const without = (text: string, matches: readonly RegExpExecArray[]): string =>
  matches.toReversed().reduce((rest, { 0: match, index }) => {
    const end = index + match.length;
    return `${rest.slice(0, index)} ${rest.slice(end)}`;
  }, text);
