import Papa from 'papaparse';
import { numberIn, textIn } from '../outputs-check/index.ts';

/** More than any series of 5,000 values takes, even with many other columns. */
export const mostBytes = 2_000_000;
/** A file with more columns than these is no table of series. */
const mostColumns = 200;

/** One column of a file, as it stands there. */
export interface Column {
  /** That of the header, else its number, counted from 1. */
  readonly name: string;
  readonly cells: readonly string[];
}

export interface Columns {
  readonly columns: readonly Column[];
  /** The number of the line in which the first cells stand. */
  readonly firstLine: number;
  /** True: between commas, so that a decimal comma would be two cells. */
  readonly byCommas: boolean;
}

/** The columns of a CSV file, in UTF-8, UTF-16 or GB 18030; undefined for what is no text. Empty lines are left out. */
export function columnsOf(bytes: Uint8Array): Columns | undefined {
  const text = textIn(bytes);
  if (text === undefined) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  const delimiter = ['\t', ';', ','].find((each) =>
    lines.slice(0, 20).some((line) => line.includes(each)),
  );
  const { data } = Papa.parse<string[]>(lines.join('\n'), {
    delimiter: delimiter ?? ',',
    newline: '\n',
    skipEmptyLines: true,
  });
  const rows = data.map((row) => row.slice(0, mostColumns).map((cell) => cell.trim()));
  const [first = [], ...others] = rows;
  const hasHeader = first.some((cell) => cell !== '' && valueIn(cell, delimiter) === undefined);
  const header = hasHeader ? first : [];
  const body = hasHeader ? others : rows;
  const width = body.reduce((most, row) => Math.max(most, row.length), first.length);
  return {
    columns: Array.from({ length: width }, (_, at) => ({
      name: header[at] || String(at + 1),
      cells: body.map((row) => number(row[at] ?? '', delimiter)),
    })),
    firstLine: hasHeader ? 2 : 1,
    byCommas: delimiter === ',',
  };
}

/** With a point, where a comma separates nothing. */
const number = (cell: string, delimiter: string | undefined): string =>
  delimiter === ',' ? cell : cell.replace(/^([-+]?\d*),(\d+)/, '$1.$2');

const valueIn = (cell: string, delimiter: string | undefined): number | undefined =>
  numberIn(number(cell, delimiter));
