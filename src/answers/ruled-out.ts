import type { Concept } from '../content/index.ts';

/**
 * Takes what people have ruled out ("dropout is off, and still ...") out of a folded question, so that its words don't speak
 * for that cause, and says what it was.
 */
export function ruledOutTaker(
  groups: readonly Concept[],
): (folded: string) => { readonly left: string; readonly ruledOut: readonly string[] } {
  const compiled = groups.map(({ id, patterns }) => ({ id, pattern: anyOf(patterns) }));
  return (folded) => {
    const ruledOut: string[] = [];
    const left = compiled.reduce((text, { id, pattern }) => {
      const rest = text.replaceAll(pattern, ' ');
      if (rest !== text) ruledOut.push(id);
      return rest;
    }, folded);
    return { left, ruledOut };
  };
}

/** One regular expression for all of them; it knows small letters only, as a folded question has no others. */
export const anyOf = (patterns: readonly string[]): RegExp =>
  new RegExp(patterns.map((each) => `(?:${each})`).join('|'), 'gu');
