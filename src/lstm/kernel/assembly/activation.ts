/**
 * Sigmoid and tanh of four float32 at a time, by a power of two of our own out of additions, multiplications and one division
 * only: IEEE 754 rounds those the same everywhere, so the results have the same bits on every machine and JavaScript
 * engine. NaN stays NaN.
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
function clamp(t: v128, bounds: usize): v128 {
  return f32x4.pmax(f32x4.pmin(t, constant(bounds, 1)), constant(bounds));
}

/**
 * 2^f - 1 for what is left of t after the whole number n in `powers`: t = n + f with |f| <= 1/2. As f p(f) with p our own
 * minimax fit by Lawson's weighted least squares, in Estrin's order (1960), which waits less; its relative error is below
 * 1.3e-8 before rounding.
 */
@inline
function powerOfRestMinusOne(t: v128, powers: v128): v128 {
  const f = f32x4.sub(t, f32x4.sub(powers, constant(rounder)));
  const square = f32x4.mul(f, f);
  const p01 = f32x4.add(f32x4.mul(constant(coefficients, 1), f), constant(coefficients));
  const p23 = f32x4.add(f32x4.mul(constant(coefficients, 3), f), constant(coefficients, 2));
  const p45 = f32x4.add(f32x4.mul(constant(coefficients, 5), f), constant(coefficients, 4));
  const p = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(p45, square), p23), square), p01);
  return f32x4.mul(p, f);
}

/** 1 / (1 + exp(-x)), by exp(-x) = 2^t. Error below 1e-7. */
@inline
export function sigmoid(x: v128): v128 {
  const t = clamp(f32x4.mul(x, constant(minusLog2E)), sigmoidBounds);
  const powers = f32x4.add(t, constant(rounder));
  const rest = f32x4.add(powerOfRestMinusOne(t, powers), constant(one));
  // times 2^n, by adding n to the exponent
  const e = i32x4.add(rest, i32x4.shl(powers, 23));
  return f32x4.div(constant(one), f32x4.add(constant(one), e));
}

/**
 * (exp(2x) - 1) / (exp(2x) + 1), by exp(2x) = 2^t. With 2^t - 1 = 2^n (2^f - 1) + (2^n - 1), nothing cancels near 0, where n
 * is 0: the relative error stays below 3.2e-7 everywhere.
 */
@inline
export function tanh(x: v128): v128 {
  const t = clamp(f32x4.mul(x, constant(twoLog2E)), tanhBounds);
  const powers = f32x4.add(t, constant(rounder));
  const rest = powerOfRestMinusOne(t, powers);
  const power = i32x4.add(constant(one), i32x4.shl(powers, 23));
  const e = f32x4.add(f32x4.mul(power, rest), f32x4.sub(power, constant(one)));
  return f32x4.div(e, f32x4.add(e, constant(two)));
}
