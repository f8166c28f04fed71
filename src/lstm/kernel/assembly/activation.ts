/**
 * Sigmoid and tanh of four float32 at a time, by an exponential of our own out of additions, multiplications and one division
 * only: IEEE 754 rounds those the same everywhere, so the results have the same bits on every machine and JavaScript
 * engine. NaN stays NaN.
 */

/** Added to a number below 2^22, it rounds it to a whole one and leaves that in the lowest bits (1.5 * 2^23). */
const rounder: f32 = 12582912;

/**
 * x / ln 2, rounded to whole n, still with `rounder` added. Then x = n ln 2 + r with |r| <= ln 2 / 2. |x| is at most 88.
 */
@inline
function wholePowers(x: v128): v128 {
  return f32x4.add(f32x4.mul(x, f32x4.splat(1.4426950408889634)), f32x4.splat(rounder));
}

/**
 * exp(r) - 1, of x = n ln 2 + r; ln 2 comes in two parts, so that n ln 2 loses nothing (Cody & Waite 1980). The polynomial
 * r + r^2 q(r) is our own minimax fit by Lawson's weighted least squares; its relative error is below 7e-8 in float32.
 */
@inline
function expMinusOneOfRest(x: v128, powers: v128): v128 {
  const n = f32x4.sub(powers, f32x4.splat(rounder));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let q = f32x4.splat(0.0013814610429108143);
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.008368710055947304));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.04166838899254799));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.1666652113199234));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.4999999403953552));
  return f32x4.add(f32x4.mul(q, f32x4.mul(r, r)), r);
}

/** x within +-bound; unlike min and max, the pseudo ones are one machine instruction each. */
@inline
function clamp(x: v128, bound: f32): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(bound)), f32x4.splat(-bound));
}

/** 1 / (1 + exp(-x)). Error below 1.2e-7. */
@inline
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  const y = clamp(f32x4.neg(x), 87);
  const powers = wholePowers(y);
  const rest = f32x4.add(expMinusOneOfRest(y, powers), one);
  // times 2^n, by adding n to the exponent
  const e = i32x4.add(rest, i32x4.shl(powers, 23));
  return f32x4.div(one, f32x4.add(one, e));
}

/**
 * (exp(2x) - 1) / (exp(2x) + 1). With exp(2x) - 1 = 2^n (exp(r) - 1) + (2^n - 1), nothing cancels near 0, where n is 0: the
 * relative error stays below 3e-7 everywhere.
 */
@inline
export function tanh(x: v128): v128 {
  const one = f32x4.splat(1);
  const y = clamp(f32x4.add(x, x), 20);
  const powers = wholePowers(y);
  const rest = expMinusOneOfRest(y, powers);
  const power = i32x4.add(one, i32x4.shl(powers, 23));
  const e = f32x4.add(f32x4.mul(power, rest), f32x4.sub(power, one));
  return f32x4.div(e, f32x4.add(e, f32x4.splat(2)));
}
