/** Of the settings in a file, those that look like a misspelt one: a line each, without a value. */
export const misspelt = (names: readonly string[], known: readonly string[]): string[] =>
  names
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = known.find((each) => isNear(name.toUpperCase(), each));
      return meant ? [`${name} is no setting; did you mean ${meant}?`] : [];
    });

/** The same but for two letters that are wrong, missing or too many. */
const isNear = (name: string, setting: string): boolean => editsBetween(name, setting) <= 2;

/** V. I. Levenshtein's distance (1965), a row of the table at a time. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to++)
      next.push(
        Math.min(
          (next[to - 1] ?? 0) + 1,
          (row[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + (other[to - 1] === letter ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
