/**
 * Adds to (or, at first, sets) `pairs` tiles of 2 x 16 sums, [pairs][2][16] at `tile`:
 *   tile[pair][r][j] += sum over outer, inner of a[pair][r] * b[j]
 * `b` is read in order, 16 floats a step, by every pair from its beginning. `a` starts at `a0` and `a1` for the two rows of
 * the first pair and `aPair` bytes later for each next one; it goes `aStep` bytes a step and `aJump` more after `inner` steps.
 * 2 x 16 sums, 16 values of b and two of a are what 16 registers hold.
 */
export function tiles2x16(
  pairs: i32,
  a0: usize,
  a1: usize,
  aPair: usize,
  aStep: usize,
  inner: i32,
  outer: i32,
  aJump: usize,
  b: usize,
  tile: usize,
  isFirst: bool,
): void {
  for (let pair = 0; pair < pairs; pair++) {
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
    let p0 = a0;
    let p1 = a1;
    let q = b;
    for (let o = 0; o < outer; o++) {
      // Not unrolled by hand: V8 does that itself, and better.
      for (let k = 0; k < inner; k++) {
        const x0 = v128.load_splat<f32>(p0);
        const x1 = v128.load_splat<f32>(p1);
        const b0 = v128.load(q, 0);
        const b1 = v128.load(q, 16);
        const b2 = v128.load(q, 32);
        const b3 = v128.load(q, 48);
        s00 = f32x4.add(s00, f32x4.mul(x0, b0));
        s01 = f32x4.add(s01, f32x4.mul(x0, b1));
        s02 = f32x4.add(s02, f32x4.mul(x0, b2));
        s03 = f32x4.add(s03, f32x4.mul(x0, b3));
        s10 = f32x4.add(s10, f32x4.mul(x1, b0));
        s11 = f32x4.add(s11, f32x4.mul(x1, b1));
        s12 = f32x4.add(s12, f32x4.mul(x1, b2));
        s13 = f32x4.add(s13, f32x4.mul(x1, b3));
        q += 64;
        p0 += aStep;
        p1 += aStep;
      }
      p0 += aJump;
      p1 += aJump;
    }
    v128.store(tile, s00, 0);
    v128.store(tile, s01, 16);
    v128.store(tile, s02, 32);
    v128.store(tile, s03, 48);
    v128.store(tile, s10, 64);
    v128.store(tile, s11, 80);
    v128.store(tile, s12, 96);
    v128.store(tile, s13, 112);
    tile += 128;
    a0 += aPair;
    a1 += aPair;
  }
}
