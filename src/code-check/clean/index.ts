import type { CleaningNote, CodeProblem, Place } from '../report.ts';
import { cleanLines } from './lines.ts';
import { readNotebook, type Cell } from './notebook.ts';

/** What may be read; more is cut, or refused. */
export const limits = {
  bytes: 200_000,
  notebookBytes: 4_000_000,
  lines: 5_000,
  lineLength: 2_000,
} as const;

/** A text that a parser can read. Its lines are those of the file, whatever was cleaned away in them. */
export class Source {
  readonly text: string;
  readonly lines: readonly string[];
  /** As they stand in the file, or in the cells of a notebook. */
  readonly original: readonly string[];
  readonly cells: readonly Cell[] | null;
  readonly notes: readonly CleaningNote[];
  readonly isCut: boolean;
  private readonly starts: readonly number[];

  constructor(
    lines: readonly string[],
    original: readonly string[],
    cells: readonly Cell[] | null,
    notes: readonly CleaningNote[],
    isCut: boolean,
  ) {
    this.lines = lines;
    this.original = original;
    this.cells = cells;
    this.notes = notes;
    this.isCut = isCut;
    this.text = lines.join('\n');
    let at = 0;
    this.starts = lines.map((line) => {
      const start = at;
      at += line.length + 1;
      return start;
    });
  }

  placeOf({ line, endLine }: { readonly line: number; readonly endLine: number }): Place {
    const cell = this.cells?.findLast(({ firstLine }) => firstLine <= line);
    if (!cell) return { line, endLine };
    return {
      line: line - cell.firstLine + 1,
      endLine: endLine - cell.firstLine + 1,
      cell: cell.index,
    };
  }

  /** Where a line is within all of the text, given its place in a cell. */
  lineOf({ line, cell }: Place): number {
    const found = this.cells?.find(({ index }) => index === cell);
    return found ? found.firstLine + line - 1 : line;
  }

  lineAt(offset: number): number {
    const next = this.starts.findIndex((start) => start > offset);
    return next < 0 ? this.starts.length : next;
  }

  startOf = (line: number): number => this.starts[line - 1] ?? 0;
  endOf = (line: number): number => this.startOf(line) + (this.lines[line - 1]?.length ?? 0);

  /** Where a line can be put in at the top: after the imports that stand there. */
  get firstCodeLine(): number {
    const imports = this.lines.findLastIndex(
      (line, at) => at < 80 && /^(import|from)\s+\S/.test(line),
    );
    return imports < 0 ? 1 : imports + 2;
  }
}

export interface Input {
  /** Bytes of a file, or a text that somebody pasted. */
  readonly content: Uint8Array | string;
  readonly fileName: string;
}

export type Cleaned =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problem: CodeProblem };

const fail = (problem: CodeProblem): Cleaned => ({ ok: false, problem });

/** Makes code out of what people send: notebooks, chats, terminals, pages. The count of lines never changes. */
export function clean({ content, fileName }: Input): Cleaned {
  const isNotebook = /\.ipynb$/i.test(fileName);
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (size > (isNotebook ? limits.notebookBytes : limits.bytes)) return fail('too-large');
  const text = typeof content === 'string' ? content : decode(content);
  if (text === null) return fail('not-text');
  if (isNotebook || /^\s*\{[\s\S]{0,2000}"(cells|nbformat)"/.test(text.slice(0, 4_000))) {
    const notebook = readNotebook(text);
    if (!notebook) return isNotebook ? fail('not-a-notebook') : fail('not-text');
    return { ok: true, source: finish(notebook.lines, notebook.cells, fileName) };
  }
  if (text.trim() === '') return fail('empty');
  return { ok: true, source: finish(text.replace(/\r\n?/g, '\n').split('\n'), null, fileName) };
}

/** Text has no zero bytes, and few that are no letters. */
function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) {
    const isWide =
      (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return isWide
      ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
      : null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Chinese Windows writes GBK.
    const text = new TextDecoder('gb18030').decode(bytes);
    const strange = text.split('').filter(isStrange).length;
    return strange > text.length / 100 ? null : text;
  }
}

/** A control sign, or what stands for bytes that are no letter. */
const isStrange = (sign: string): boolean => sign === '\uFFFD' || (sign < ' ' && !/\s/.test(sign));

function finish(all: readonly string[], cells: readonly Cell[] | null, fileName: string): Source {
  const original = all.slice(0, limits.lines);
  const { lines, notes } = cleanLines(original, fileName, limits.lineLength);
  return new Source(lines, original, cells, notes, all.length > original.length);
}
