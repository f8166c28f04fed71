import { fewestValues, mostValues, partsOf, standardise } from '../demos/index.ts';
import { numberIn } from '../outputs-check/index.ts';
import { columnsOf, mostBytes, type Column, type Columns } from './columns.ts';

/** Why a file gives no series. Plain data: src/words puts each into one sentence. */
export type SeriesProblem =
  | { readonly kind: 'tooBig'; readonly megabytes: number }
  | { readonly kind: 'noText' }
  | { readonly kind: 'noNumbers' }
  | { readonly kind: 'decimalComma' }
  | { readonly kind: 'constant' }
  | { readonly kind: 'huge' }
  /** Several columns hold numbers, and none was named. */
  | { readonly kind: 'whichColumn'; readonly columns: readonly string[] }
  | { readonly kind: 'noColumn'; readonly columns: readonly string[] }
  | { readonly kind: 'missing'; readonly line: number }
  | { readonly kind: 'notANumber'; readonly text: string; readonly line: number }
  | { readonly kind: 'tooFew'; readonly count: number }
  | { readonly kind: 'tooMany'; readonly count: number };

export type ReadSeries =
  | { readonly ok: true; readonly values: readonly number[] }
  | { readonly ok: false; readonly problem: SeriesProblem };

const refuse = (problem: SeriesProblem): ReadSeries => ({ ok: false, problem });

/** A sentence has no room for more, nor for longer ones. */
const mostListed = 8;
const longestName = 24;

/** The series in one column of a CSV file: by its name or its number, from 1; the only one with numbers if none is named. */
export function readSeries(bytes: Uint8Array, wanted?: string): ReadSeries {
  if (bytes.length > mostBytes) return refuse({ kind: 'tooBig', megabytes: mostBytes / 1_000_000 });
  const read = columnsOf(bytes);
  if (!read) return refuse({ kind: 'noText' });
  const { columns, firstLine } = read;
  if (looksLikeDecimalComma(read)) return refuse({ kind: 'decimalComma' });
  const candidates = wanted === undefined ? seriesAmong(columns) : named(columns, wanted);
  const [column, ...others] = candidates;
  if (!column)
    return refuse(
      wanted === undefined || columns.length === 0
        ? { kind: 'noNumbers' }
        : { kind: 'noColumn', columns: namesOf(columns) },
    );
  if (others.length > 0) return refuse({ kind: 'whichColumn', columns: namesOf(candidates) });
  return valuesOf(column, firstLine);
}

function valuesOf({ cells }: Column, firstLine: number): ReadSeries {
  const values: number[] = [];
  for (const [at, cell] of withoutEnd(cells).entries()) {
    const value = numberIn(cell);
    const line = firstLine + at;
    if (cell === '' || /^(?:na|n\/a|null|none|-)$/i.test(cell) || Number.isNaN(value))
      return refuse({ kind: 'missing', line });
    if (value === undefined || !Number.isFinite(value))
      return refuse({ kind: 'notANumber', text: cell.slice(0, longestName), line });
    values.push(value);
  }
  const count = values.length;
  if (count < fewestValues) return refuse({ kind: 'tooFew', count });
  if (count > mostValues) return refuse({ kind: 'tooMany', count });
  return checkScale(values);
}

/** A shorter column ends before the others. */
function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, 1 + cells.findLastIndex((cell) => cell !== ''));
}

/** Such a part of the values' size is no change any more, but how numbers are rounded. */
const leastChange = 1e-9;
/** In standard deviations of what is trained on: float32 and the training bear no more. */
const farthest = 1e6;

function checkScale(values: readonly number[]): ReadSeries {
  const { training } = partsOf(values.length);
  const known = values.slice(0, training);
  const size = Math.max(...known.map(Math.abs));
  if (Math.max(...known) - Math.min(...known) <= leastChange * size)
    return refuse({ kind: 'constant' });
  const scaled = standardise(values, training);
  // With an infinite variance all of them are 0.
  const isHuge =
    scaled.every((value) => value === 0) ||
    scaled.some((value) => !Number.isFinite(value) || Math.abs(value) > farthest);
  return isHuge ? refuse({ kind: 'huge' }) : { ok: true, values };
}

/** Those that hold mostly numbers; a column that only counts, or says when, is none where there are others. */
function seriesAmong(columns: readonly Column[]): Column[] {
  const numeric = columns.filter(({ cells }) => {
    const numbers = cells.filter((cell) => numberIn(cell) !== undefined).length;
    return numbers > 0 && numbers * 2 >= withoutEnd(cells).length;
  });
  const others = numeric.filter((column) => !counts(column));
  return others.length > 0 ? others : numeric;
}

function counts({ cells }: Column): boolean {
  const [first = Number.NaN, second = Number.NaN, ...more] = withoutEnd(cells).map(Number);
  const step = second - first;
  return step !== 0 && [second, ...more].every((value, at) => value === first + (at + 1) * step);
}

/** By its name in the header, else by its number. */
function named(columns: readonly Column[], wanted: string): Column[] {
  const fold = (text: string) => text.trim().toLowerCase();
  const byName = columns.filter(({ name }) => fold(name) === fold(wanted)).slice(0, 1);
  if (byName.length > 0) return byName;
  return /^\d{1,3}$/.test(wanted.trim()) ? columns.slice(Number(wanted) - 1, Number(wanted)) : [];
}

const namesOf = (columns: readonly Column[]): string[] =>
  columns
    .slice(0, mostListed)
    .map(({ name }) => name.replaceAll(/[^\p{L}\p{N} .,+()/%_-]/gu, '').slice(0, longestName));

/** Lines such as `0,5123`: a half in Germany, and two whole numbers to a program. */
const looksLikeDecimalComma = ({ columns: [whole, fraction, third], byCommas }: Columns): boolean =>
  byCommas &&
  third === undefined &&
  fraction !== undefined &&
  (whole?.cells.every((cell) => /^[-+]?\d+$/.test(cell)) ?? false) &&
  fraction.cells.every((cell) => /^\d{3,}$/.test(cell));
