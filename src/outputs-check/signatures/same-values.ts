import { mean } from '../../demos/index.ts';
import { farthest as farthestOf, largest, sum, chiSquareTail, distance } from '../numbers.ts';
import { versionsOf } from './equal.ts';
import type { Find } from './signature.ts';

/** As a share of the largest output: closer numbers are the same number. */
const same = 1e-6;

/** 5: classes or tokens. How far apart they are means nothing, only how often each comes. */
export const wholeNumbers: Find = ({ runs, areWhole }) => {
  if (!areWhole) return undefined;
  const counts = runs.map(countsIn);
  const classes = [...new Set(runs.flat())];
  const [first] = counts;
  return {
    versions: Math.max(...versionsOf(runs, 0)),
    classes: classes.length,
    sameCounts: counts.every((each) => classes.every((one) => each.get(one) === first?.get(one))),
    ...countsP(counts, classes),
  };
};

type Counts = ReadonlyMap<number, number>;

function countsIn(run: readonly number[]): Counts {
  const counts = new Map<number, number>();
  for (const value of run) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Each class should be expected so often in each run; rarer ones are counted together. */
const fewestExpected = 5;

/** Chi square: do all runs draw from the same distribution? Nothing where there are too few draws. */
function countsP(counts: readonly Counts[], classes: readonly number[]): { countsP?: number } {
  const columns = classes.map((one) => counts.map((each) => each.get(one) ?? 0));
  const isOften = (column: readonly number[]) => mean(column) >= fewestExpected;
  const often = columns.filter(isOften);
  const rare = counts.map((_, run) =>
    sum(columns.filter((each) => !isOften(each)).map((each) => each[run] ?? 0)),
  );
  const cells = isOften(rare) ? [...often, rare] : often;
  if (cells.length < 2) return {};
  const squares = cells.map((column) => {
    const expected = mean(column);
    return sum(column.map((count) => (count - expected) ** 2 / expected));
  });
  return { countsP: chiSquareTail(sum(squares), (cells.length - 1) * (counts.length - 1)) };
}

/** 6: the same numbers in every run, in different places. */
export const reordered: Find = ({ runs, values, size, blur }) => {
  if (values < 4) return undefined;
  const [first = [], ...others] = runs.map((run) => run.toSorted((a, b) => a - b));
  const within = Math.max(same * size, blur);
  return others.every((run) => farthestOf(run, first) <= within) ? {} : undefined;
};

const longestShift = 3;

/** 7: every run is the first one, moved by up to three values. */
export const shifted: Find = ({ runs, values, size, blur }) => {
  if (values < 6) return undefined;
  const [first = []] = runs;
  const within = Math.max(same * size, blur);
  const shifts = runs.map((run) => shiftOf(run, first, within));
  return shifts.every((shift) => shift !== undefined) ? { shifts } : undefined;
};

/** The smallest one that fits: above 0, the run begins later in the series. */
function shiftOf(
  run: readonly number[],
  first: readonly number[],
  within: number,
): number | undefined {
  for (let shift = 0; shift <= longestShift; shift++) {
    const length = run.length - shift;
    if (farthestOf(run.slice(0, length), first.slice(shift)) <= within) return shift;
    if (farthestOf(run.slice(shift), first.slice(0, length)) <= within) return -shift;
  }
  return undefined;
}

/** What a straight line may leave unexplained, as a share of the difference; a model early in its training leaves 0.01. */
const mostResidual = 0.003;

/** 9: every run is the first one on another scale, a x + b (least squares). */
export const rescaled: Find = ({ runs, values, floor }) => {
  if (values < 8) return undefined;
  const [first = [], ...others] = runs;
  const lines = others
    .map((run) => ({ ...lineFrom(first, run), apart: distance(first, run) }))
    .filter(({ apart }) => apart > 0);
  // Printed digits blur a line: it must be plain for all that.
  const isLine = lines.every(
    ({ rest, apart }) => rest < mostResidual * apart || (rest < 1.4 * floor && apart > 300 * floor),
  );
  if (!isLine || lines.length === 0) return undefined;
  return {
    factors: lines.map(({ factor }) => factor),
    offsets: lines.map(({ offset }) => offset),
    residual: largest(lines.map(({ rest, apart }) => rest / apart)),
  };
};

function lineFrom(x: readonly number[], y: readonly number[]) {
  const [meanX, meanY] = [mean(x), mean(y)];
  const square = sum(x.map((value) => (value - meanX) ** 2));
  const factor =
    square === 0 ? 0 : sum(x.map((value, at) => (value - meanX) * ((y[at] ?? 0) - meanY))) / square;
  const offset = meanY - factor * meanX;
  return {
    factor,
    offset,
    rest: distance(
      y,
      x.map((value) => factor * value + offset),
    ),
  };
}
