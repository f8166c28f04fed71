import type { Stream } from '../lstm/index.ts';

const missingShare = 0.06;
const errorShare = 0.02;
/** What a broken sensor writes; far outside the series' range. */
const erroneous = 4;
/** Cleaning drops values beyond this; the real series stays well within it. */
const plausible = 1.5;

/** A copy with gaps (NaN) and gross errors at random places. */
export const spoil = (series: readonly number[], stream: Stream): number[] =>
  series.map((value) => {
    const draw = stream.uniform();
    if (draw < missingShare) return Number.NaN;
    return draw < missingShare + errorShare ? erroneous : value;
  });

/** What careless code does with a gap. */
export const zeroForMissing = (series: readonly number[]): number[] =>
  series.map((value) => (Number.isNaN(value) ? 0 : value));

/** Drops implausible values and fills every gap on a straight line between its neighbours. */
export function clean(series: readonly number[]): number[] {
  const kept = series.map((value) => (Math.abs(value) <= plausible ? value : Number.NaN));
  return kept.map((value, at) => (Number.isNaN(value) ? interpolate(kept, at) : value));
}

function interpolate(series: readonly number[], at: number): number {
  const before = series.findLastIndex((value, i) => i < at && !Number.isNaN(value));
  const after = series.findIndex((value, i) => i > at && !Number.isNaN(value));
  const left = series[before];
  const right = series[after];
  if (left === undefined || right === undefined) return left ?? right ?? 0;
  return left + ((right - left) * (at - before)) / (after - before);
}
