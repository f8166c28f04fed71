import type { Comparison } from '../../demos/index.ts';
import { amount } from '../numbers.ts';
import { summaryInWords } from './chart.ts';

export function distribution(result: Comparison): string {
  const where =
    result.measure === 'error' ? 'one is farthest from the target' : 'they are widest apart';
  return (
    `At time step ${timeStep(result)}, where ${where}: ${summaryInWords(result.focus.before)}. ` +
    'The bands are quantiles of type 7 (Hyndman & Fan 1996).'
  );
}

const timeStep = ({ timeSteps, focus }: Comparison): number => timeSteps[focus.at] ?? 0;

/** What many runs give at one time step, and how to read the chart. */
export function keyTo(result: Comparison): string[] {
  const { count, mean, deviation, low, high } = result.focus.before;
  return [
    `t = ${timeStep(result)}: mean ${amount(mean)}, SD ${amount(deviation)} (n − 1), n = ${count}, range ${amount(low)} to ${amount(high)}`,
    'Line: median. Bands: 50%, 90%. Edges: extremes. Dashed: target.',
  ];
}
