/**
 * What this machine can do at most with the instructions that the kernel is made of: multiplications and additions of four
 * float32, apart, because WebAssembly without relaxed SIMD has no fused ones.
 */
import { rowsTimes } from '../../../../src/lstm/kernel/assembly/product';

/** Twelve sums that don't wait for each other: as many as 16 registers hold beside the two factors and a spare one. */
export function multiplyAdd(count: i32, factor: f32, term: f32): f32 {
  const m = f32x4.splat(factor);
  const c = f32x4.splat(term);
  let a0 = c;
  let a1 = c;
  let a2 = c;
  let a3 = c;
  let a4 = c;
  let a5 = c;
  let a6 = c;
  let a7 = c;
  let a8 = c;
  let a9 = c;
  let a10 = c;
  let a11 = c;
  // Not unrolled by hand: V8 does that itself, and better.
  for (let i = 0; i < count; i++) {
    a0 = f32x4.add(f32x4.mul(a0, m), c);
    a1 = f32x4.add(f32x4.mul(a1, m), c);
    a2 = f32x4.add(f32x4.mul(a2, m), c);
    a3 = f32x4.add(f32x4.mul(a3, m), c);
    a4 = f32x4.add(f32x4.mul(a4, m), c);
    a5 = f32x4.add(f32x4.mul(a5, m), c);
    a6 = f32x4.add(f32x4.mul(a6, m), c);
    a7 = f32x4.add(f32x4.mul(a7, m), c);
    a8 = f32x4.add(f32x4.mul(a8, m), c);
    a9 = f32x4.add(f32x4.mul(a9, m), c);
    a10 = f32x4.add(f32x4.mul(a10, m), c);
    a11 = f32x4.add(f32x4.mul(a11, m), c);
  }
  let sum = f32x4.add(f32x4.add(a0, a1), f32x4.add(a2, a3));
  sum = f32x4.add(sum, f32x4.add(f32x4.add(a4, a5), f32x4.add(a6, a7)));
  sum = f32x4.add(sum, f32x4.add(f32x4.add(a8, a9), f32x4.add(a10, a11)));
  return f32x4.extract_lane(sum, 0);
}

/** Numbers in a row of `tiles`. With [2][depth] and [depth][16] it all stays in the first-level cache. */
export const depth: i32 = 128;

const a = memory.data(128 * 2 * 4, 64);
const b = memory.data(128 * 16 * 4, 64);
const tile = memory.data(32 * 4, 64);

/** The kernel's own product of matrices, 2 x 16 sums, over and over the same numbers. */
export function tiles(count: i32): void {
  const row = <usize>depth << 2;
  for (let i = 0; i < count; i++) rowsTimes(b, 2, depth, a, row, tile);
}
