/** A share of cases, with its 95 % interval. */
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** Wilson score interval (Wilson 1927), z = 1.96. */
export function share(right: number, of: number): Share {
  if (of === 0) return { right, of, low: 0, high: 1 };
  const z = 1.96;
  const p = right / of;
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return { right, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export const shareOf = <T>(all: readonly T[], passes: (one: T) => boolean): Share =>
  share(all.filter(passes).length, all.length);

/** Area under the ROC curve: how often one of `positives` scores higher than one of `negatives`; a tie is half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const wins = positives.reduce(
    (sum, a) => sum + negatives.reduce((won, b) => won + (a > b ? 1 : a === b ? 0.5 : 0), 0),
    0,
  );
  return wins / (positives.length * negatives.length);
}

export interface Forecast {
  readonly probability: number;
  readonly right: boolean;
}

/** Expected calibration error (Naeini et al. 2015), ten bins of equal width: 0 is perfect. */
export function calibrationError(forecasts: readonly Forecast[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    forecasts.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin),
  );
  return bins.reduce((error, bin) => {
    const promised = bin.reduce((sum, { probability }) => sum + probability, 0);
    const kept = bin.filter(({ right }) => right).length;
    return error + Math.abs(promised - kept) / forecasts.length;
  }, 0);
}

export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;
