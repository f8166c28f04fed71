/** The `most` items whose names look most like `typed`, best first: by shared pairs of letters. */
export function mostSimilar<Item>(
  typed: string,
  items: readonly Item[],
  names: (item: Item) => readonly string[],
  most = 3,
): Item[] {
  return items
    .map((item) => ({
      item,
      score: Math.max(...names(item).map((name) => similarity(typed, name))),
    }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

/** Sørensen-Dice coefficient, 0 to 1: 2 · |shared pairs| / (|pairs of a| + |pairs of b|). */
export function similarity(a: string, b: string): number {
  const pairsOfA = pairs(a);
  const pairsOfB = pairs(b);
  const shared = [...pairsOfA].filter((pair) => pairsOfB.has(pair)).length;
  return (2 * shared) / (pairsOfA.size + pairsOfB.size);
}

function pairs(text: string): Set<string> {
  const padded = ` ${fold(text)} `;
  return new Set(Array.from(padded.slice(1), (letter, at) => `${padded[at]}${letter}`));
}

/** How names are compared: without case, spaces and hyphens. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
