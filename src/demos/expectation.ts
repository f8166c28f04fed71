import type { Condition } from './result.ts';

/** What one side of a demo must show. */
export interface Expectation {
  readonly identical?: boolean;
  readonly minSpread?: number;
  readonly maxSpread?: number;
  readonly minError?: number;
  readonly maxError?: number;
}

/** Whether it does. */
export function meets({ identical, spread, error }: Condition, expected: Expectation): boolean {
  const { minSpread = 0, maxSpread = Infinity, minError = 0, maxError = Infinity } = expected;
  return (
    identical === (expected.identical ?? identical) &&
    spread >= minSpread &&
    spread <= maxSpread &&
    error >= minError &&
    error <= maxError
  );
}
