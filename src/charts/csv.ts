import type {
  Averages,
  Comparison,
  DemoResult,
  Growth,
  PairedComparison,
  Ranking,
} from '../demos/index.ts';

/**
 * The outputs as RFC 4180 CSV: one row a time step or epoch, one column a run or pair; of two values compared, one row a pair. Numbers are the shortest that give the same
 * float32 again.
 */
export function toCsv(result: DemoResult): string {
  switch (result.kind) {
    case 'comparison':
      return table('time step', result.timeSteps, comparisonColumns(result));
    case 'ranking':
      return table('time step', result.timeSteps, rankingColumns(result));
    case 'growth':
      return table('epoch', result.epochs, growthColumns(result));
    case 'averages':
      return table('time step', result.timeSteps, averagesColumns(result));
    case 'paired':
      return table(
        'pair',
        result.errors[0].map((_, pair) => pair + 1),
        pairedColumns(result),
      );
  }
}

interface Column {
  readonly name: string;
  readonly values: Float32Array | Float64Array;
}

function table(first: string, places: readonly number[], columns: readonly Column[]): string {
  const header = [first, ...columns.map(({ name }) => name)];
  const lines = places.map((place, at) => [
    String(place),
    ...columns.map(({ values }) => textOf(values, values[at] ?? Number.NaN)),
  ]);
  return csvOf([header, ...lines]);
}

const textOf = (column: Column['values'], value: number): string =>
  column instanceof Float64Array ? String(value) : shortest(value);

const comparisonColumns = (result: Comparison): Column[] => [
  ...targetColumns(result),
  ...(result.rounding ? [{ name: 'double precision', values: result.rounding.exact }] : []),
  ...outputColumns(result, 'before'),
  ...outputColumns(result, 'after'),
];

/** Two if the sides have different targets. */
function targetColumns({ before, after }: Comparison): Column[] {
  const same = before.target.every((value, at) => Object.is(value, after.target[at]));
  return same
    ? [{ name: 'target', values: before.target }]
    : [
        { name: 'target before', values: before.target },
        { name: 'target after', values: after.target },
      ];
}

/**
 * `before 3: 0.01` is the third run, whose setting was 0.01; `before 3` if the label only counts. `before 9: 0.01 (seed 2)`
 * where other seeds are shown too.
 */
function outputColumns(result: Comparison, side: 'before' | 'after'): Column[] {
  const { outputs, labels, groups } = result[side];
  const seeds = side === 'before' && (result.sweep?.curves.length ?? 0) > 1;
  return outputs.map((values, row) => {
    const number = String(row + 1);
    const label = labels[row] ?? number;
    const seed = seeds ? ` (seed ${(groups[row] ?? 0) + 1})` : '';
    return { name: `${side} ${label === number ? number : `${number}: ${label}`}${seed}`, values };
  });
}

/** The targets of the pairs of runs; the runs of each row, of all together, and of nothing varied. */
const rankingColumns = ({ rows, targets, before, after }: Ranking): Column[] => [
  ...numbered('target', targets),
  ...rows.flatMap(({ id, outputs }) => numbered(id, outputs)),
  ...numbered('all', before.outputs),
  ...numbered('none', after.outputs),
];

/** Of each pair: how far apart, and for the sign task the labels that flip and the accuracies of both. */
const growthColumns = ({ forecast, sign }: Growth): Column[] => [
  ...numbered('forecast', forecast.moved),
  ...numbered('forecast same weights', forecast.same),
  ...numbered('sign', sign.moved),
  ...numbered('sign same weights', sign.same),
  ...numbered('sign flips', sign.flips),
  ...numbered(
    'sign accuracy',
    sign.accuracies.flatMap(([plain]) => plain ?? []),
  ),
  ...numbered(
    'sign accuracy moved',
    sign.accuracies.flatMap(([, moved]) => moved ?? []),
  ),
];

/** The forecasts of all averages; those of one model come first. */
const averagesColumns = ({ rows, before, after }: Averages): Column[] => [
  { name: 'target', values: before.target },
  ...rows.flatMap(({ models, outputs }) => numbered(`average of ${models}:`, outputs)),
  ...numbered('fixed seed', after.outputs),
];

/** The error of each run of both values, and their difference. */
function pairedColumns({ variant, values, errors: [ofA, ofB] }: PairedComparison): Column[] {
  return [
    { name: `${variant} ${values[0]}`, values: Float64Array.from(ofA) },
    { name: `${variant} ${values[1]}`, values: Float64Array.from(ofB) },
    {
      name: 'difference',
      values: Float64Array.from(ofA, (error, pair) => error - Number(ofB[pair])),
    },
  ];
}

const numbered = (name: string, rows: readonly Float32Array[]): Column[] =>
  rows.map((values, run) => ({ name: `${name} ${run + 1}`, values }));

/** Rows as RFC 4180 wants them. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((fields) => `${fields.map(quote).join(',')}\r\n`).join('');

const quote = (field: string | number): string => {
  const text = String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The shortest decimal that reads back as the same float32. Nine significant digits are always enough. */
function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Object.is(Math.fround(Number(text)), value)) return text;
  }
  return String(Number(value.toPrecision(9)));
}
