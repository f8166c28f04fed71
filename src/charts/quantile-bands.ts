import { ascending, column, quantile, type Condition } from '../demos/index.ts';
import { plain, type Line } from './panel.ts';
import type { SideTheme } from './theme.ts';

/** Of 90% and of 50% of the runs, the narrower one in front. */
const bands = [
  { low: 0.25, high: 0.75, alpha: 0.42 },
  { low: 0.05, high: 0.95, alpha: 0.26 },
] as const;

/** Median, bands and extremes over the runs at every time step, front to back; one line if all runs are identical. */
export function quantileBands(condition: Condition, axis: string, theme: SideTheme): Line[] {
  const sorted = Array.from(condition.target, (_, at) =>
    ascending(column(condition.outputs, at).filter(Number.isFinite)),
  );
  const line = (probability: number): Line =>
    plain(
      axis,
      sorted.map((values) => quantile(values, probability)),
    );
  const median = { ...line(0.5), borderColor: theme.heading, borderWidth: 2 };
  if (condition.identical && new Set(condition.groups).size === 1) return [median];
  const extreme = { borderColor: theme.line, borderWidth: 1 };
  return [
    median,
    ...bands.flatMap(({ low, high, alpha }): Line[] => [
      { ...line(high), borderWidth: 0, fill: '+1', backgroundColor: theme.fill(alpha) },
      { ...line(low), borderWidth: 0 },
    ]),
    { ...line(0), ...extreme },
    { ...line(1), ...extreme },
  ];
}
