/**
 * Adds to (or, at first, sets) a tile of 2 x 16 sums, [2][16] at `tile`:
 *   tile[r][j] += sum over outer, inner of a[r] * b[j]
 * `b` is read in order, 16 floats a step. `a` starts at `a0` and `a1` for the two rows, goes `aStep` bytes a step and `aJump`
 * more after `inner` steps.
 */
export function tile2x16(
  a0: usize,
  a1: usize,
  aStep: usize,
  inner: i32,
  outer: i32,
  aJump: usize,
  b: usize,
  tile: usize,
  isFirst: bool,
): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s02 = f32x4.splat(0);
  let s03 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s12 = f32x4.splat(0);
  let s13 = f32x4.splat(0);
  if (!isFirst) {
    s00 = v128.load(tile, 0);
    s01 = v128.load(tile, 16);
    s02 = v128.load(tile, 32);
    s03 = v128.load(tile, 48);
    s10 = v128.load(tile, 64);
    s11 = v128.load(tile, 80);
    s12 = v128.load(tile, 96);
    s13 = v128.load(tile, 112);
  }
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < inner; k++) {
      const x0 = v128.load_splat<f32>(a0);
      const x1 = v128.load_splat<f32>(a1);
      const b0 = v128.load(b, 0);
      const b1 = v128.load(b, 16);
      const b2 = v128.load(b, 32);
      const b3 = v128.load(b, 48);
      s00 = f32x4.add(s00, f32x4.mul(x0, b0));
      s01 = f32x4.add(s01, f32x4.mul(x0, b1));
      s02 = f32x4.add(s02, f32x4.mul(x0, b2));
      s03 = f32x4.add(s03, f32x4.mul(x0, b3));
      s10 = f32x4.add(s10, f32x4.mul(x1, b0));
      s11 = f32x4.add(s11, f32x4.mul(x1, b1));
      s12 = f32x4.add(s12, f32x4.mul(x1, b2));
      s13 = f32x4.add(s13, f32x4.mul(x1, b3));
      b += 64;
      a0 += aStep;
      a1 += aStep;
    }
    a0 += aJump;
    a1 += aJump;
  }
  v128.store(tile, s00, 0);
  v128.store(tile, s01, 16);
  v128.store(tile, s02, 32);
  v128.store(tile, s03, 48);
  v128.store(tile, s10, 64);
  v128.store(tile, s11, 80);
  v128.store(tile, s12, 96);
  v128.store(tile, s13, 112);
}
