import type { Verdict } from '../../result.ts';
import { mean, variance } from '../../statistics.ts';
import { criticalT } from './student.ts';

const confidence = 0.95;

/**
 * Student's t on the paired differences ("Student", Biometrika 1908): mean +- t sd / sqrt(n), n - 1 degrees of freedom.
 * Both arrays have the same length, at least 2.
 */
export function comparePairs(a: readonly number[], b: readonly number[]): Verdict {
  const differences = a.map((error, pair) => error - (b[pair] ?? Number.NaN));
  const runs = differences.length;
  const difference = mean(differences);
  const deviation = Math.sqrt(variance(differences));
  const reach = (criticalT(confidence, runs - 1) * deviation) / Math.sqrt(runs);
  return {
    meanA: mean(a),
    meanB: mean(b),
    difference,
    interval: [difference - reach, difference + reach],
    wrongByOneRun: wrongByOneRun(a, b, Math.sign(difference)),
    runsNeeded: runsNeeded(difference, deviation),
  };
}

/** The value with the lower error if the interval leaves no doubt, else undefined. */
export function winnerOf({
  interval: [low, high],
}: Pick<Verdict, 'interval'>): 'a' | 'b' | undefined {
  if (low > 0) return 'b';
  return high < 0 ? 'a' : undefined;
}

/**
 * Over all n x n combinations of a run of a with a run of b, not the n pairs alone: whoever trains each value once has no
 * matched draws. A tie counts half, as in Mann & Whitney's U (Annals of Mathematical Statistics 1947). `sign`: of the
 * difference of the means.
 */
function wrongByOneRun(a: readonly number[], b: readonly number[], sign: number): number {
  const wrong = a.flatMap((one) =>
    b.map((other): number => (1 - sign * Math.sign(one - other)) / 2),
  );
  return mean(wrong);
}

/** Quantiles of the standard normal distribution: 5% in two tails, and 80% power. */
const normal = { significance: 1.959964, power: 0.841621 };

/**
 * Pairs for a paired t-test, two-sided, 5% significance, 80% power: (z1 + z2)^2 / d^2 + z1^2 / 2 with d = mean / sd of the
 * differences (Guenther, The American Statistician 1981). At most 1 below the exact count.
 */
export function runsNeeded(difference: number, deviation: number): number {
  if (difference === 0) return Number.POSITIVE_INFINITY;
  const { significance, power } = normal;
  const size = difference / deviation;
  return Math.ceil((significance + power) ** 2 / size ** 2 + significance ** 2 / 2);
}
