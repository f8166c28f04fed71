/** Something wrong in a content file, and where. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The front-matter field or the section. */
  readonly field: string;
  readonly message: string;
}

/** One line for people: `content/en/dropout.md:5 cases: ...`. */
export const describe = ({ file, line, field, message }: Problem): string =>
  `${file}:${line} ${field}: ${message}`;
