/** Applies a unified diff to lines, as `patch` does; throws where the diff doesn't fit them. `before` tells how many lines stand before a cell. */
export function applyDiff(
  lines: readonly string[],
  diff: string,
  before: (cell: number) => number,
): string[] {
  const result: string[] = [];
  let at = 0;
  let first = 0;
  const take = (text: string): string => {
    const line = lines[at];
    if (line !== text) throw new Error(`Line ${at + 1} is "${line}", the diff says "${text}".`);
    at += 1;
    return text;
  };
  for (const line of diff.trimEnd().split('\n')) {
    const hunk = /^@@ -(\d+),(\d+) \+\d+,\d+ @@/.exec(line);
    if (hunk) {
      const start = first + Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      result.push(...lines.slice(at, start));
      at = start;
    } else if (/^(---|\+\+\+) /.test(line)) {
      const cell = /\(cell (\d+)\)$/.exec(line)?.[1];
      first = cell === undefined ? 0 : before(Number(cell));
    } else if (line.startsWith('+')) result.push(line.slice(1));
    else if (line.startsWith('-')) take(line.slice(1));
    else if (line.startsWith(' ')) result.push(take(line.slice(1)));
  }
  return [...result, ...lines.slice(at)];
}
