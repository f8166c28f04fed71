/** Takes every match of some patterns out of a folded message. */
export type Taker = (text: string) => { readonly left: string; readonly isTaken: boolean };

export const anyOf = (patterns: readonly string[]): string =>
  patterns.map((each) => `(?:${each})`).join('|');

export function taker(patterns: readonly string[]): Taker {
  const pattern = new RegExp(anyOf(patterns), 'gu');
  return (text) => {
    const left = text.replaceAll(pattern, ' ');
    return { left, isTaken: left !== text };
  };
}
