/**
 * How large a difference is, as a share of the size of the outputs (float32), and what that says. Questions of the triage,
 * figures in what somebody asks, and the pages go by this one scale; a test compares the pages with it.
 */
export const scale = {
  /** Up to here: rounding. */
  rounding: 1e-5,
  /** Up to here: rounding in long or large models; in float64 it is gone. */
  roundingInLargeModels: 1e-4,
  /** About here: TF32 and float16, which keep 10 bits (2^-10). */
  reducedPrecision: 1e-3,
  /** About here: bfloat16, which keeps 7 bits (2^-7). What is clearly larger has a cause. */
  coarsestPrecision: 1e-2,
} as const;
