/**
 * Sigmoid and tanh of float32, by a power of two of our own out of additions, multiplications and one division only: IEEE 754
 * rounds those the same everywhere, so the results have the same bits on every machine and JavaScript engine. NaN stays NaN.
 *
 * Each value waits for about twenty operations, one after the other. So four vectors of four are computed side by side, line by
 * line: a processor that looks ahead would else see too few of them to be kept busy.
 *
 * Constants lie in memory: V8 makes one that is written in the code anew, in three instructions, wherever a loop uses it.
 */

/** Added to a number below 2^22, it rounds it to a whole one and leaves that in the lowest bits (1.5 * 2^23). */
const rounder = memory.data<f32>([12582912]);
const one = memory.data<f32>([1]);
const two = memory.data<f32>([2]);

const minusLog2E = memory.data<f32>([-1.4426950408889634]);
const sigmoidBounds = memory.data<f32>([-126, 126]);
const twoLog2E = memory.data<f32>([2.8853900817779268]);
const tanhBounds = memory.data<f32>([-29, 29]);

/** Of p, lowest first. */
const coefficients = memory.data<f32>([
  0.6931472, 0.24022649, 0.055503674, 0.009618311, 0.0013387377, 0.00015382233,
]);

@inline
function constant(place: usize, index: usize = 0): v128 {
  return v128.load_splat<f32>(place + (index << 2));
}

/** Unlike min and max, the pseudo ones are one machine instruction each. */
@inline
function clamp(t: v128, low: v128, high: v128): v128 {
  return f32x4.pmax(f32x4.pmin(t, high), low);
}

/**
 * 2^f - 1 for |f| <= 1/2. As f p(f) with p our own minimax fit by Lawson's weighted least squares, in Estrin's order (1960),
 * which waits less; its relative error is below 1.3e-8 before rounding.
 */
@inline
function powerMinusOne(f: v128, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128, c5: v128): v128 {
  const square = f32x4.mul(f, f);
  const p01 = f32x4.add(f32x4.mul(c1, f), c0);
  const p23 = f32x4.add(f32x4.mul(c3, f), c2);
  const p45 = f32x4.add(f32x4.mul(c5, f), c4);
  const p = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(p45, square), p23), square), p01);
  return f32x4.mul(p, f);
}

/** Times 2^n, for the whole number n in the lowest bits of `powers`: it is added to the exponent. */
@inline
function scale(value: v128, powers: v128): v128 {
  return i32x4.add(value, i32x4.shl(powers, 23));
}

/**
 * Four vectors, from `place` on, `apart` bytes from one to the next, become 1 / (1 + exp(-x)), by exp(-x) = 2^t. With the
 * whole number n next to t and the rest f, 2^t = 2^n 2^f. Error below 1e-7.
 */
@inline
export function sigmoids(place: usize, apart: usize): void {
  const factor = constant(minusLog2E);
  const low = constant(sigmoidBounds);
  const high = constant(sigmoidBounds, 1);
  const t0 = clamp(f32x4.mul(v128.load(place), factor), low, high);
  const t1 = clamp(f32x4.mul(v128.load(place + apart), factor), low, high);
  const t2 = clamp(f32x4.mul(v128.load(place + 2 * apart), factor), low, high);
  const t3 = clamp(f32x4.mul(v128.load(place + 3 * apart), factor), low, high);
  const round = constant(rounder);
  const n0 = f32x4.add(t0, round);
  const n1 = f32x4.add(t1, round);
  const n2 = f32x4.add(t2, round);
  const n3 = f32x4.add(t3, round);
  const c0 = constant(coefficients);
  const c1 = constant(coefficients, 1);
  const c2 = constant(coefficients, 2);
  const c3 = constant(coefficients, 3);
  const c4 = constant(coefficients, 4);
  const c5 = constant(coefficients, 5);
  const p0 = powerMinusOne(f32x4.sub(t0, f32x4.sub(n0, round)), c0, c1, c2, c3, c4, c5);
  const p1 = powerMinusOne(f32x4.sub(t1, f32x4.sub(n1, round)), c0, c1, c2, c3, c4, c5);
  const p2 = powerMinusOne(f32x4.sub(t2, f32x4.sub(n2, round)), c0, c1, c2, c3, c4, c5);
  const p3 = powerMinusOne(f32x4.sub(t3, f32x4.sub(n3, round)), c0, c1, c2, c3, c4, c5);
  const unit = constant(one);
  const e0 = scale(f32x4.add(p0, unit), n0);
  const e1 = scale(f32x4.add(p1, unit), n1);
  const e2 = scale(f32x4.add(p2, unit), n2);
  const e3 = scale(f32x4.add(p3, unit), n3);
  v128.store(place, f32x4.div(unit, f32x4.add(unit, e0)));
  v128.store(place + apart, f32x4.div(unit, f32x4.add(unit, e1)));
  v128.store(place + 2 * apart, f32x4.div(unit, f32x4.add(unit, e2)));
  v128.store(place + 3 * apart, f32x4.div(unit, f32x4.add(unit, e3)));
}

/**
 * (exp(2x) - 1) / (exp(2x) + 1) of four vectors, from `from` on, into as many from `to` on, by exp(2x) = 2^t. With
 * 2^t - 1 = 2^n (2^f - 1) + (2^n - 1), nothing cancels near 0, where n is 0: the relative error stays below 3.2e-7 everywhere.
 */
@inline
export function tanhs(from: usize, to: usize, apart: usize): void {
  const factor = constant(twoLog2E);
  const low = constant(tanhBounds);
  const high = constant(tanhBounds, 1);
  const t0 = clamp(f32x4.mul(v128.load(from), factor), low, high);
  const t1 = clamp(f32x4.mul(v128.load(from + apart), factor), low, high);
  const t2 = clamp(f32x4.mul(v128.load(from + 2 * apart), factor), low, high);
  const t3 = clamp(f32x4.mul(v128.load(from + 3 * apart), factor), low, high);
  const round = constant(rounder);
  const n0 = f32x4.add(t0, round);
  const n1 = f32x4.add(t1, round);
  const n2 = f32x4.add(t2, round);
  const n3 = f32x4.add(t3, round);
  const c0 = constant(coefficients);
  const c1 = constant(coefficients, 1);
  const c2 = constant(coefficients, 2);
  const c3 = constant(coefficients, 3);
  const c4 = constant(coefficients, 4);
  const c5 = constant(coefficients, 5);
  const p0 = powerMinusOne(f32x4.sub(t0, f32x4.sub(n0, round)), c0, c1, c2, c3, c4, c5);
  const p1 = powerMinusOne(f32x4.sub(t1, f32x4.sub(n1, round)), c0, c1, c2, c3, c4, c5);
  const p2 = powerMinusOne(f32x4.sub(t2, f32x4.sub(n2, round)), c0, c1, c2, c3, c4, c5);
  const p3 = powerMinusOne(f32x4.sub(t3, f32x4.sub(n3, round)), c0, c1, c2, c3, c4, c5);
  const unit = constant(one);
  const q0 = scale(unit, n0);
  const q1 = scale(unit, n1);
  const q2 = scale(unit, n2);
  const q3 = scale(unit, n3);
  const e0 = f32x4.add(f32x4.mul(q0, p0), f32x4.sub(q0, unit));
  const e1 = f32x4.add(f32x4.mul(q1, p1), f32x4.sub(q1, unit));
  const e2 = f32x4.add(f32x4.mul(q2, p2), f32x4.sub(q2, unit));
  const e3 = f32x4.add(f32x4.mul(q3, p3), f32x4.sub(q3, unit));
  const double = constant(two);
  v128.store(to, f32x4.div(e0, f32x4.add(e0, double)));
  v128.store(to + apart, f32x4.div(e1, f32x4.add(e1, double)));
  v128.store(to + 2 * apart, f32x4.div(e2, f32x4.add(e2, double)));
  v128.store(to + 3 * apart, f32x4.div(e3, f32x4.add(e3, double)));
}
