/**
 * Which draws of the streams serve what. A number is where a range begins, and run `run` takes the draw `range + run`.
 * Ranges of one stream are further apart than a demo has runs, so that no two things share a draw by accident. Replay
 * codes depend on these numbers: never change one.
 */
export const draws = {
  /** The initial weights that all runs of a demo share; what a demo of one cause draws anew; units of the ranking. */
  weights: { shared: 0, anew: 1, rankedNumberings: 1000 },
  dropout: { training: 0, calls: 1000 },
  /** The series; what a demo of one cause draws anew (a subset, gaps, an order of requests); and those of the studies. */
  data: { shared: 0, anew: 1, rankedRequests: 1000, signs: 5000 },
  settings: { learningRates: 0, windowLengths: 1000, savedAfter: 2000 },
} as const;
