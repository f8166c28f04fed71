/** What is read at most. The work of a check grows with the square of the runs, and with the values of a run. */
export const limits = {
  bytes: 2_000_000,
  runs: 200,
  values: 5000,
  /** Of a .npz: arrays, bytes once they are inflated, and how much smaller they may be in the file. */
  arrays: 32,
  inflatedBytes: 8_000_000,
  inflation: 200,
  /** Of brackets within brackets. */
  depth: 6,
} as const;
