/** Computes at the first call, then returns the same value, so that many rows can share one trained model. */
export function once<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
