import { openStream } from '../../lstm/index.ts';
import { sum, type Matrix } from '../numbers.ts';
import type { Find } from './signature.ts';

/** In units of the usual difference: what counts as settled, and what as far from it. */
const settledWithin = 1e-5;
const farFrom = 1e-4;

/** 4: the first run differs and the later ones don't, from a run in the first half on. */
export const settled: Find = ({ runs, distances, blur, scale, areWhole }) => {
  // A class that is nearly always the same looks settled by chance.
  if (runs.length < 4 || areWhole) return undefined;
  const last = runs.length - 1;
  const within = Math.max(settledWithin, blur / scale);
  const toLast = runs.map((_, run) => distances[run]?.[last] ?? 0);
  const settledAt = toLast.findLastIndex((each) => each > within) + 1;
  const steps = stepsOf(distances);
  // A state fades: after a step there is no larger one. Two versions, one after the other, have none at first.
  const fades = steps.slice(0, settledAt).every((step, at) => step < (steps[at - 1] ?? Infinity));
  if (settledAt < 1 || settledAt + 1 > Math.max(2, runs.length / 2) || !fades) return undefined;
  if ((toLast[0] ?? 0) <= Math.max(farFrom, within)) return undefined;
  return { settledFrom: settledAt + 1, firstStep: scale * (steps[0] ?? 0) };
};

/** From each run to the next. */
const stepsOf = (distances: Matrix): number[] =>
  distances.slice(1).map((row, run) => row[run] ?? 0);

/** 10: the first run is the farthest from the last, every step is smaller than the one before, and the last one is small. */
export const settling: Find = ({ runs, distances, scale, blur }) => {
  // Four runs have three steps: those shrink by chance in one case of six.
  if (runs.length < 5) return undefined;
  const toLast = runs.map((_, run) => distances[run]?.at(-1) ?? 0);
  const [first = 0, ...others] = toLast;
  const steps = stepsOf(distances);
  const [firstStep = 0, lastStep = 0] = [steps[0], steps.at(-1)];
  // Steps that are smaller than what can be seen have no order.
  const within = Math.max(settledWithin, blur / scale);
  const shrinks = steps.every((step, at) => step < (steps[at - 1] ?? Infinity) || step <= within);
  if (others.some((each) => each >= first) || !shrinks || lastStep >= 0.2 * firstStep)
    return undefined;
  return { firstStep: scale * firstStep, lastStep: scale * lastStep };
};

const fewestForOrder = 6;
const mostChance = 0.005;
const shuffles = 1999;
/** Runs further apart in time than this aren't compared: it would take seconds, and tell little. */
const farthestLag = 20;

/** 11: runs that follow each other are closer to each other than runs in any order would be. */
export const ordered: Find = ({ distances }) => {
  const order = orderOf(distances);
  return order && order.orderP < mostChance ? order : undefined;
};

/**
 * Von Neumann's ratio (Annals of Mathematical Statistics 1941): squared steps from each run to the next against those of all
 * pairs, 2 where the order tells nothing. The probability is that of a sharper measure, in which runs further apart count, too,
 * by 1 / (how far they are apart in time): of all orders of so many runs, or of 1,999 drawn ones and this one, how many have it
 * as low. (Chosen on 144 files of models that are trained further between the calls: it finds 57 of them, von Neumann's 42.)
 * Undefined for too few runs.
 */
export function orderOf(distances: Matrix): { vonNeumann: number; orderP: number } | undefined {
  const runs = distances.length;
  if (runs < fewestForOrder) return undefined;
  const squares = distances.map((row) => row.map((each) => each * each));
  const squareOf = (order: readonly number[], from: number, to: number): number =>
    squares[order[from] ?? 0]?.[order[to] ?? 0] ?? 0;
  const nearness = (order: readonly number[]): number => {
    let total = 0;
    for (let to = 1; to < runs; to++)
      for (let from = Math.max(0, to - farthestLag); from < to; from++)
        total += squareOf(order, from, to) / (to - from);
    return total;
  };
  const asTheyCame = Array.from({ length: runs }, (_, run) => run);
  // A hair more, for sums in another order.
  const limit = nearness(asTheyCame) * (1 + 1e-12);
  const orders = runs === fewestForOrder ? allOrders(asTheyCame) : drawnOrders(runs, asTheyCame);
  const low = orders.filter((order) => nearness(order) <= limit).length;
  const steps = sum(asTheyCame.slice(1).map((run) => squareOf(asTheyCame, run - 1, run)));
  const pairs = sum(squares.map(sum)) / 2;
  return { vonNeumann: (steps * runs) / pairs, orderP: low / orders.length };
}

/** The stream is the same for every file: so a file always gets the same answer. */
function drawnOrders(runs: number, asTheyCame: readonly number[]): (readonly number[])[] {
  const stream = openStream('outputs', 'bootstrap', runs);
  return [asTheyCame, ...Array.from({ length: shuffles }, () => stream.permutation(runs))];
}

function allOrders(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    allOrders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}
