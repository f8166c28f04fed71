/** One code cell of a notebook. */
export interface Cell {
  /** From 0, among the code cells. */
  readonly index: number;
  /** Its first line among all lines of all cells, from 1. */
  readonly firstLine: number;
  readonly executionCount: number | null;
}

/** Cells in another language, or written to a file. */
const otherLanguage =
  /^\s*%%(bash|sh|html|javascript|js|latex|markdown|svg|perl|ruby|R|sql|writefile|cmd|powershell|script)\b/;

/** The code cells of a notebook, one after the other; null if it is none. Outputs and pictures are not looked at. */
export function readNotebook(
  text: string,
): { readonly lines: string[]; readonly cells: Cell[] } | null {
  let notebook: unknown;
  try {
    notebook = JSON.parse(text);
  } catch {
    return null;
  }
  const lines: string[] = [];
  const cells: Cell[] = [];
  for (const cell of cellsOf(notebook)) {
    if (cell['cell_type'] !== 'code') continue;
    const source = sourceOf(cell);
    const count = cell['execution_count'] ?? cell['prompt_number'];
    cells.push({
      index: cells.length,
      firstLine: lines.length + 1,
      executionCount: typeof count === 'number' ? count : null,
    });
    const own = source.replace(/\r\n?/g, '\n').split('\n');
    const isOther = own.some((line, at) => at < 3 && otherLanguage.test(line));
    lines.push(...(isOther ? own.map(() => '') : own));
  }
  return cells.length > 0 ? { lines, cells } : null;
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (data: unknown): data is Json =>
  data !== null && typeof data === 'object' && !Array.isArray(data);

/** Notebooks before 2015 keep them in worksheets. */
function cellsOf(notebook: unknown): Json[] {
  if (!isRecord(notebook)) return [];
  const sheets: unknown = notebook['worksheets'];
  const all: unknown[] = Array.isArray(notebook['cells'])
    ? notebook['cells']
    : Array.isArray(sheets)
      ? sheets.flatMap((sheet) =>
          isRecord(sheet) && Array.isArray(sheet['cells']) ? (sheet['cells'] as unknown[]) : [],
        )
      : [];
  return all.filter(isRecord);
}

function sourceOf(cell: Json): string {
  const source = cell['source'] ?? cell['input'];
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : '';
}
