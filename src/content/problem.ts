/** Something wrong in a content file, and where. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The front-matter field or the section. */
  readonly field: string;
  readonly message: string;
}

/** One line each for people, file by file: `content/en/dropout.md:5 cases: ...`. */
export function describe(problems: readonly Problem[]): string[] {
  const sorted = problems.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line);
  const lines = sorted.map(
    ({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`,
  );
  return [...new Set(lines)];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
