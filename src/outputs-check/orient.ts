import { mean, variance } from '../demos/index.ts';
import { transpose, type Matrix } from './numbers.ts';
import type { Rows, Table } from './readers/index.ts';

/** The runs of a table, and how sure it is that they are the runs. */
export interface Oriented {
  /** [runs][values] */
  readonly runs: Matrix;
  /** What the rows of the file are. */
  readonly rows: Rows;
  /** False where nobody said so and the numbers leave it open: then people should see both shapes. */
  readonly sure: boolean;
}

/** How many times closer the numbers must lie to each other along one axis than along the other. */
const clear = { runs: 2, values: 8 };

/**
 * As it was asked for, else as the file says; else the axis along which the numbers differ less is the one of the runs:
 * most outputs differ more from one value to the next than from run to run.
 */
export function orient(table: Table, asked?: Rows): Oriented {
  const rows = asked ?? table.rowsAre;
  if (rows) return turned(table, rows, true);
  const alongRows = spreadWithin(transpose(table.rows));
  const alongColumns = spreadWithin(table.rows);
  if (alongRows * clear.runs < alongColumns) return turned(table, 'runs', true);
  const isValues = alongColumns * clear.values < alongRows;
  return turned(table, isValues ? 'values' : 'runs', isValues);
}

const turned = ({ rows }: Table, are: Rows, sure: boolean): Oriented => ({
  runs: are === 'runs' ? rows : transpose(rows),
  rows: are,
  sure,
});

/** Mean variance of lists of numbers; those that are no numbers are left out. */
const spreadWithin = (lists: Matrix): number =>
  mean(lists.map((list) => variance(list.filter(Number.isFinite))));
