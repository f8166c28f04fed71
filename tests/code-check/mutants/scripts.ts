import { readFileSync, readdirSync } from 'node:fs';

/** A script of our own that is right. Comments such as `#: predict` mark the lines that mutants are about. */
export interface Script {
  /** Name of its file, as somebody would attach it. */
  readonly name: string;
  readonly lines: readonly string[];
}

const folder = new URL('./scripts/', import.meta.url);

/** The scripts, in the order of their names. What is JavaScript or a notebook is kept as `.txt`, out of the way of our own tools. */
export const scripts: readonly Script[] = readdirSync(folder)
  .toSorted()
  .map((file) => ({
    name: file.replace(/(\.\w+)\.txt$/, '$1'),
    lines: readFileSync(new URL(file, folder), 'utf8').split('\n'),
  }));

const cellBreak = '# --- cell';

/** The bytes that somebody attaches: a notebook where the name says so. */
export function contentOf({ name, lines }: Script): string {
  if (!name.endsWith('.ipynb')) return lines.join('\n');
  const cells = lines.join('\n').split(`${cellBreak}\n`);
  return JSON.stringify({
    nbformat: 4,
    metadata: {},
    cells: cells.map((source, at) => ({
      cell_type: 'code',
      execution_count: at + 1,
      source: source.trimEnd().split(/(?<=\n)/),
    })),
  });
}

/** The line of a script, from 1, where a place of a notebook (cell and line) or of a file stands. */
export function lineIn(
  { lines }: Script,
  { line, cell }: { readonly line: number; readonly cell?: number },
): number {
  if (cell === undefined) return line;
  const breaks = lines.flatMap((text, at) => (text === cellBreak ? [at + 1] : []));
  return (cell === 0 ? 0 : (breaks[cell - 1] ?? 0)) + line;
}
