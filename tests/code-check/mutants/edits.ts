/** A change of a script; null where the script has no place for it. */
export type Edit = (lines: readonly string[]) => string[] | null;

const markOf = (line: string): string | undefined => /(?:#|\/\/): (\w+)$/.exec(line)?.[1];
export const find = (lines: readonly string[], mark: string): number =>
  lines.findIndex((line) => markOf(line) === mark);
export const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? '';

/** Takes the marked line out. */
export const drop = (mark: string) => (lines: readonly string[]) => {
  const at = find(lines, mark);
  return at < 0 ? null : lines.toSpliced(at, 1);
};

/** Writes the marked line anew. */
export const rewrite =
  (mark: string, from: RegExp, to: string) =>
  (lines: readonly string[]): string[] | null => {
    const at = find(lines, mark);
    const line = lines[at];
    return line !== undefined && from.test(line) ? lines.with(at, line.replace(from, to)) : null;
  };

/** Puts a line after the marked one. */
export const after =
  (mark: string, write: (line: string) => string | null) =>
  (lines: readonly string[]): string[] | null => {
    const at = find(lines, mark);
    const line = lines[at];
    const text = line === undefined ? null : write(line);
    return text === null ? null : lines.toSpliced(at + 1, 0, indentOf(line ?? '') + text);
  };

/** Moves the marked line below another one. */
export const moveBelow = (mark: string, target: string) => (lines: readonly string[]) => {
  const from = find(lines, mark);
  const line = lines[from];
  if (line === undefined || find(lines, target) < 0) return null;
  const rest = lines.toSpliced(from, 1);
  return rest.toSpliced(find(rest, target) + 1, 0, line);
};

/** The same where a condition on the script holds. */
export const where =
  (condition: (text: string) => boolean, make: Edit): Edit =>
  (lines) =>
    condition(lines.join('\n')) ? make(lines) : null;
