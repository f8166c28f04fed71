import type { Condition, Rounding } from './result.ts';

/** How far one row's outputs are from a reference, [timeSteps], float64, never negative. */
export interface Distances {
  /** The row's index in its side. */
  readonly row: number;
  readonly values: readonly number[];
}

/**
 * What a panel of rounding shows. Above: the distances from what `from` says. Below, and with `first`: the distances of
 * all rows of a group from its first one, which is left out.
 */
export function distancesOf(
  { outputs, groups }: Condition,
  { exact, from }: Rounding,
  side: 'before' | 'after',
): Distances[] {
  return outputs.flatMap((output, row) => {
    const first = groups.indexOf(groups[row] ?? 0);
    const fromExact = side === 'before' && from === 'exact';
    if (!fromExact && row === first) return [];
    const reference = fromExact ? exact : outputs[first];
    const values = Array.from(output, (value, at) => Math.abs(value - Number(reference?.[at])));
    return [{ row, values }];
  });
}
