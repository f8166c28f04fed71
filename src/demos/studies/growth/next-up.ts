/**
 * The next float32 above a finite one, one unit in the last place away. IEEE 754: read as a whole number, the bits of
 * neighbours of one sign differ by 1, and count up away from zero.
 */
export function nextUp(value: number): number {
  const floats = Float32Array.of(value === 0 ? 0 : value);
  const bits = new Int32Array(floats.buffer);
  bits[0] = (bits[0] ?? 0) + (value < 0 ? -1 : 1);
  return floats[0] ?? Number.NaN;
}
