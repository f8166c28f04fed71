/**
 * A measured amount for people: two significant digits (0.14, 1.5, 0.080), 0 for exactly nothing, powers of ten below
 * 0.001. The same in every language, so that a number can be searched for.
 */
export function amount(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.001) return value.toExponential(1);
  return value.toPrecision(2);
}
