import type { Averages, PairedComparison } from '../../src/demos/index.ts';
import { comparePairs } from '../../src/demos/studies/compare/pairs.ts';
import { repeats, unrest } from './samples.ts';

/** The errors of two values; `apart`: how much lower those of the second are. */
export function paired(
  runs = 30,
  apart = 0.05,
  changed: Partial<PairedComparison> = {},
): PairedComparison {
  const errorsOf = (shift: number, turn: number) =>
    Array.from({ length: runs }, (_, run) => 0.2 + shift + 0.06 * unrest(run, 3 + turn));
  const errors = [errorsOf(0, 0), errorsOf(-apart, apart === 0 ? 0 : 20)] as const;
  const { before, after } = repeats(runs);
  return {
    kind: 'paired',
    cause: 'compare',
    variant: 'learning-rate',
    values: [0.005, 0.02],
    runs,
    seed: '7',
    engine: 'kernel',
    errors,
    verdict: comparePairs(...errors),
    before,
    after,
    hash: '00ff'.repeat(16),
    replay: 'compare.learning-rate.0,005.0,02.30.7.k.00ff00ff00ff',
    ...changed,
  };
}

/** Averages that spread a little less than 1/sqrt(k), with an error that stays. */
export function averages(runs = 100): Averages {
  const { before, after, timeSteps } = repeats(runs);
  return {
    kind: 'averages',
    cause: 'steadier',
    variant: 'averages',
    runs,
    seed: '7',
    engine: 'kernel',
    timeSteps,
    rows: [1, 2, 5, 10, 20].map((models) => ({
      models,
      outputs: before.outputs.slice(0, Math.floor(runs / models)),
      deviation: 0.1382 / models ** 0.55,
      range: [0.11 / Math.sqrt(models), 0.16 / Math.sqrt(models)],
      error: Math.hypot(0.09, 0.1382 / Math.sqrt(models)),
    })),
    before,
    after,
    hash: '00ff'.repeat(16),
    replay: 'steadier.averages.100.7.kernel.00ff00ff00ff',
  };
}
