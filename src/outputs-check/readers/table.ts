import { limits } from './limits.ts';
import { done, refuse, type Read } from './refusal.ts';

/** What the rows of a table are: each one run, or each one value (a time step, a sample) of all runs. */
export type Rows = 'runs' | 'values';

/** Numbers as they stand in a file. */
export interface Table {
  /** All of one length. */
  readonly rows: readonly (readonly number[])[];
  /** What names in the file, or the file's form, say of its rows. */
  readonly rowsAre?: Rows | undefined;
  /** Half a unit of the last printed digit: smaller differences can't be seen. 0 where the numbers are not printed. */
  readonly floor: number;
}

/** Numbers in lists, as deep as it goes. */
export type Nested = number | readonly Nested[];

/** Each part a run, or one part with all runs. Axes of length 1 are left out; of more than two, the first one is the runs. */
export function tableOf(parts: readonly Nested[], floor: number): Read<Table> {
  const several = parts.length > 1;
  const whole = withoutSingleAxes(several ? parts : (parts[0] ?? []));
  if (typeof whole === 'number') return refuse({ kind: 'oneRun' });
  const rows = whole.map(flatten);
  const deep = whole.some((row) => typeof row !== 'number' && row.some(isList));
  // A list of numbers, too: each is a run of one value.
  const areRuns = several || deep || !whole.some(isList);
  return evenTable(rows, { floor, rowsAre: areRuns ? 'runs' : undefined });
}

/** Refuses rows of different lengths. */
export function evenTable(
  rows: readonly (readonly number[])[],
  { floor, rowsAre }: Omit<Table, 'rows'>,
): Read<Table> {
  const others = rows[0]?.length ?? 0;
  if (others === 0) return refuse({ kind: 'noNumbers' });
  const odd = rows.findIndex((row) => row.length !== others);
  if (odd > 0) return refuse({ kind: 'ragged', run: odd + 1, has: rows[odd]?.length ?? 0, others });
  const most = Math.max(limits.runs, limits.values);
  if (rows.length > most || others > most)
    return refuse({ kind: 'tooMany', runs: limits.runs, values: limits.values });
  return done({ rows, floor, rowsAre });
}

const isList = (nested: Nested): nested is readonly Nested[] => typeof nested !== 'number';

/** [1, runs, values, 1] -> [runs, values] */
function withoutSingleAxes(nested: Nested): Nested {
  if (!isList(nested)) return nested;
  if (nested.length === 1) return withoutSingleAxes(nested[0] ?? []);
  return nested.map(withoutSingleAxes);
}

function flatten(nested: Nested): number[] {
  const numbers: number[] = [];
  const add = (each: Nested): void => {
    if (typeof each === 'number') numbers.push(each);
    else each.forEach(add);
  };
  add(nested);
  return numbers;
}
