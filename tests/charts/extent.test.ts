import { createCanvas } from '@napi-rs/canvas';
import { Chart, registerables } from 'chart.js';
import { expect, it } from 'vitest';
import { gridValues, limitsAround } from '../../src/charts/extent.ts';

Chart.register(...registerables);

/** The ticks that Chart.js makes on an axis with these limits. */
function ticksOf({ min, max, step }: ReturnType<typeof limitsAround>): number[] {
  const chart = new Chart(createCanvas(600, 450), {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      responsive: false,
      events: [],
      scales: {
        y: {
          type: 'linear',
          min,
          max,
          ticks: { autoSkip: false, includeBounds: false, stepSize: step },
        },
      },
    },
  });
  const ticks = chart.scales['y']?.ticks.map(({ value }) => value) ?? [];
  chart.destroy();
  return ticks;
}

it.each([
  // Seven steps of 0.05 lie between -0.06 and 0.29.
  [[-0.0465, 0.2762], 0.04, 7],
  [[-0.7, 0.9], 0.07, 4],
  [[0, 0.31], 0.02, 6],
  [[0.0312, 0.0388], 0.1, 3],
  [[-3.4, 3], 0.1, 3],
  [[-0.73, 1.1], 0.04, 7],
] as const)('an axis around %j is named at multiples of its step', (values, empty, most) => {
  const limits = limitsAround(values, empty, most);
  const ticks = ticksOf(limits);
  const named = gridValues(limits);
  expect(ticks).toHaveLength(named.length);
  ticks.forEach((tick, at) => expect(tick).toBeCloseTo(named[at] ?? Number.NaN, 9));
});
