import type { DemoResult } from '../demos/index.ts';

/**
 * The outputs as RFC 4180 CSV: one row a time step, one column a run. Numbers are the shortest that give the same
 * float32 again. There are two target columns if the sides have different targets.
 */
export function toCsv(result: DemoResult): string {
  const columns = [
    ...targetColumns(result),
    ...outputColumns(result, 'before'),
    ...outputColumns(result, 'after'),
  ];
  const header = ['time step', ...columns.map(({ name }) => name)];
  const lines = result.timeSteps.map((timeStep, at) => [
    String(timeStep),
    ...columns.map(({ values }) => shortest(values[at] ?? Number.NaN)),
  ]);
  return [header, ...lines].map((fields) => `${fields.map(quote).join(',')}\r\n`).join('');
}

interface Column {
  readonly name: string;
  readonly values: Float32Array;
}

function targetColumns({ before, after }: DemoResult): Column[] {
  const same = before.target.every((value, at) => Object.is(value, after.target[at]));
  return same
    ? [{ name: 'target', values: before.target }]
    : [
        { name: 'target before', values: before.target },
        { name: 'target after', values: after.target },
      ];
}

/** `before 3: 0.01` is the third run, whose setting was 0.01; `before 3` if the label only counts. */
function outputColumns(result: DemoResult, side: 'before' | 'after'): Column[] {
  const { outputs, labels } = result[side];
  return outputs.map((values, row) => {
    const number = String(row + 1);
    const label = labels[row] ?? number;
    return { name: `${side} ${label === number ? number : `${number}: ${label}`}`, values };
  });
}

/** Nine significant digits tell any two float32 apart; most need fewer. */
function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Object.is(Math.fround(Number(text)), value)) return text;
  }
  return String(Number(value.toPrecision(9)));
}

const quote = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
