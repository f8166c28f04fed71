import Papa from 'papaparse';
import { floorOf, numberIn } from './digits.ts';
import { limits } from './limits.ts';
import { isRunName, isTargetName, isValueName, rowsCalled } from './names.ts';
import { done, refuse, type Read } from './refusal.ts';
import { evenTable, type Rows, type Table } from './table.ts';

/**
 * Numbers in lines: separated by commas, by semicolons or tabs (then 0,5 is a half, as in many countries), or by blanks.
 * Lines may begin with `#`, for a comment, or with a name such as `run 3:`.
 */
export function readSeparated(text: string): Read<Table> {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !/^\s*(?:#|$)/.test(line));
  if (lines.length > limits.values + 1)
    return refuse({ kind: 'tooMany', runs: limits.runs, values: limits.values });
  const delimiter = delimiterOf(lines);
  const cells = cellsOf(lines, delimiter);
  const named = withoutNames(cells);
  if (named.rows.length === 0) return refuse({ kind: 'noNumbers' });
  if (delimiter === ',' && looksLikeDecimalComma(named.rows))
    return refuse({ kind: 'decimalComma' });
  const texts = named.rows.map((row) =>
    row.map((cell) => (delimiter === ',' ? cell : cell.replace(/^([-+]?\d*),(\d+)/, '$1.$2'))),
  );
  const rows: number[][] = [];
  for (const [at, row] of texts.entries()) {
    const numbers = row.map(numberIn);
    const odd = numbers.indexOf(undefined);
    if (odd >= 0) {
      const [wrong = ''] = [row[odd]];
      return refuse({ kind: 'notANumber', text: wrong.slice(0, 20), line: named.firstLine + at });
    }
    rows.push(numbers.map(Number));
  }
  const chosen = named.columns
    ? rows.map((row) => named.columns?.map((at) => row[at] ?? 0) ?? [])
    : rows;
  return squeezed(evenTable(chosen, { rowsAre: named.rowsAre, floor: floorOf(texts.flat()) }));
}

function delimiterOf(lines: readonly string[]): string {
  const some = lines.slice(0, 20).map((line) => line.replace(label, ''));
  return ['\t', ';', ','].find((each) => some.some((line) => line.includes(each))) ?? ' ';
}

/** `run 3: `, `output = `; not the hours of a time of day. */
const label = /^\s*(?=[^\d\s.:=+-])[^:=,;\t"]{1,40}[:=]\s*/;

function cellsOf(lines: readonly string[], delimiter: string): string[][] {
  const plain = lines.map((line) => line.replace(label, ''));
  const text = (
    delimiter === ' ' ? plain.map((line) => line.trim().replace(/\s+/g, ' ')) : plain
  ).join('\n');
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const cells = data.map((row) => row.map((cell) => cell.trim()));
  // A separator at the end of every line ends the last number; it begins no other.
  const ends = cells.every((row) => row.length > 1 && row.at(-1) === '');
  return ends ? cells.map((row) => row.slice(0, -1)) : cells;
}

interface Named {
  readonly rows: readonly (readonly string[])[];
  /** Of the lines that are not empty: the number of the first row. */
  readonly firstLine: number;
  /** Those that are runs, where names say so. */
  readonly columns?: readonly number[];
  readonly rowsAre?: Rows | undefined;
}

/** Takes the names of columns and rows away, and what they say. */
function withoutNames(cells: readonly (readonly string[])[]): Named {
  const [first = [], ...others] = cells;
  const namesRows = cells.every((row) => isWord(row[0] ?? ''));
  const words = first.filter((cell, at) => !(at === 0 && namesRows) && cell !== '' && isWord(cell));
  const hasHeader = first[0] === '' || words.length > 0;
  if (!hasHeader) return withoutRowNames({ rows: cells, firstLine: 1 });
  const names = first.length === (others[0]?.length ?? 0) - 1 ? ['', ...first] : first;
  const indexed = isIndex(names[0] ?? '', others);
  const columns = names.flatMap((name, at) =>
    (indexed && at === 0) || isTargetName(name) ? [] : [at],
  );
  // Our own CSV files hold both sides of a demo: the runs are those with the cause at work.
  const before = columns.filter((at) => /^before \d/.test(names[at] ?? ''));
  const runs = before.length > 0 ? before : columns;
  const areRuns = before.length > 0 || runs.filter((at) => isRunName(names[at] ?? '')).length > 1;
  return withoutRowNames({
    rows: others,
    firstLine: 2,
    columns: runs,
    rowsAre: areRuns ? 'values' : indexed ? rowsCalled(names[0] ?? '') : undefined,
  });
}

/** Words in the first column name the rows. */
function withoutRowNames(named: Named): Named {
  const { rows, columns, rowsAre } = named;
  if (rows.length === 0 || !rows.every((row) => row.length > 1 && isWord(row[0] ?? '')))
    return named;
  const called = rows.every((row) => isRunName(row[0] ?? '')) ? 'runs' : rowsAre;
  return {
    ...named,
    rows: columns ? rows.map((row) => ['0', ...row.slice(1)]) : rows.map((row) => row.slice(1)),
    ...(columns && { columns: columns.filter((at) => at > 0) }),
    rowsAre: called,
  };
}

const isWord = (cell: string): boolean => numberIn(cell.replace(',', '.')) === undefined;

/** A first column that only counts, or says when. */
function isIndex(name: string, rows: readonly (readonly string[])[]): boolean {
  // A number behind the name counts columns.
  if (name !== '' && (/\d$/.test(name) || !(isValueName(name) || isRunName(name)))) return false;
  const firsts = rows.map((row) => Number(row[0]));
  const counts = firsts.every((value, at) => at === 0 || value === (firsts[at - 1] ?? 0) + 1);
  return (rows[0]?.length ?? 0) > 1 && (counts || (name !== '' && isValueName(name)));
}

/** Lines such as `0,5123`: a half in Germany, and two whole numbers to a program. */
const looksLikeDecimalComma = (rows: readonly (readonly string[])[]): boolean =>
  rows.every(
    ([whole = '', fraction = '', ...others]) =>
      others.length === 0 && /^[-+]?\d+$/.test(whole) && /^\d{3,}$/.test(fraction),
  );

/** One row or one column of numbers: each is a run of one value. */
function squeezed(read: Read<Table>): Read<Table> {
  if (!read.ok) return read;
  const { rows, rowsAre, floor } = read.content;
  const isLine = rows.length === 1 || rows[0]?.length === 1;
  if (!isLine || rowsAre !== undefined) return read;
  return done({ rows: rows.flat().map((value) => [value]), floor, rowsAre: 'runs' });
}
