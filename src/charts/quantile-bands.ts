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
  const lines = bandLines(sorted, (values) => plain(axis, values), theme);
  return condition.identical && new Set(condition.groups).size === 1 ? lines.slice(0, 1) : lines;
}

/** The same for values sorted at each place, drawn by `line`. */
export function bandLines(
  sorted: readonly (readonly number[])[],
  line: (values: readonly number[]) => Line,
  theme: SideTheme,
): Line[] {
  const at = (probability: number) => line(sorted.map((values) => quantile(values, probability)));
  const extreme = { borderColor: theme.line, borderWidth: 1 };
  return [
    { ...at(0.5), borderColor: theme.heading, borderWidth: 2 },
    ...bands.flatMap(({ low, high, alpha }): Line[] => [
      { ...at(high), borderWidth: 0, fill: '+1', backgroundColor: theme.fill(alpha) },
      { ...at(low), borderWidth: 0 },
    ]),
    { ...at(0), ...extreme },
    { ...at(1), ...extreme },
  ];
}
