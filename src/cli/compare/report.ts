import { confirms, metric, winnerOf } from '../../demos/index.ts';
import type { DemoCall } from '../demo/options.ts';
import type { Ran } from '../demo/report.ts';

/** Scripts read this: names and meanings stay. `difference` is a - b; without any, `runsNeeded` is null. */
export function toJson(
  { result, altText, milliseconds, animationAltText }: Ran,
  { out, watch, expected }: DemoCall,
): string {
  if (result.kind !== 'paired') throw new Error('This is no result of two values.');
  const { variant, values, runs, seed, data, engine, verdict, hash, replay } = result;
  const [a, b] = values;
  const { runsNeeded, ...figures } = verdict;
  return JSON.stringify({
    setting: variant,
    a,
    b,
    runs,
    seed,
    ...(data && { data }),
    engine,
    milliseconds: Math.round(milliseconds),
    metric,
    ...figures,
    runsNeeded: Number.isFinite(runsNeeded) ? runsNeeded : null,
    better: winnerOf(verdict) ?? null,
    hash,
    replay,
    ...(expected && { confirmed: confirms(expected, hash) }),
    chart: out,
    altText,
    ...(animationAltText !== undefined && { animation: watch, animationAltText }),
  });
}
