import { describe, expect, it } from 'vitest';
import { chartConfig, type ChartConfig } from '../../src/charts/index.ts';
import { floatStep, labelsOf, logScaleOf, placeIn } from '../../src/charts/distances.ts';
import { distancesOf } from '../../src/demos/index.ts';
import { amount, wordsFor } from '../../src/words/index.ts';
import { lastBits, story } from './samples.ts';

const words = wordsFor('en').chart;
interface Dots {
  readonly yAxisID?: string;
  readonly showLine?: boolean;
  readonly data: { readonly x: number; readonly y: number | null }[];
}
const dotsOf = (config: ChartConfig, axis: string): Dots[] =>
  (config.data.datasets as Dots[]).filter(
    (dataset) => dataset.yAxisID === axis && dataset.showLine === false,
  );

describe('a log axis with a place for 0', () => {
  it('reaches from the power of ten below the smallest value to the one above the largest', () => {
    expect(logScaleOf([0, 3e-9, 2e-7])).toEqual({ lowest: -9, highest: -6 });
    expect(logScaleOf([1e-8])).toEqual({ lowest: -8, highest: -7 });
    expect(logScaleOf([0, Number.NaN]).highest).toBeGreaterThan(logScaleOf([0]).lowest);
  });

  it('has 0 at its bottom and equal steps from power to power', () => {
    const scale = logScaleOf([3e-9, 2e-7]);
    expect(labelsOf(scale)).toEqual(['0', '1e-9', '1e-8', '1e-7', '1e-6']);
    expect(placeIn(scale, 0)).toBe(0);
    expect(placeIn(scale, 1e-9)).toBeCloseTo(1, 10);
    expect(placeIn(scale, 1e-7)).toBeCloseTo(3, 10);
    expect(placeIn(scale, Number.NaN)).toBeNull();
  });
});

it.each([0.1, -0.7, 1, 1.9999999, 2 ** -20, 3e-39, 0])(
  'the float step at %d is the distance to the next float32',
  (value) => {
    const bits = new Int32Array(Float32Array.of(Math.abs(value)).buffer);
    bits[0] = (bits[0] ?? 0) + 1;
    const [next = 0] = new Float32Array(bits.buffer);
    expect(floatStep(Math.fround(value))).toBe(next - Math.abs(Math.fround(value)));
  },
);

describe('the chart of last bits', () => {
  it('is pure JSON', () => {
    const config = chartConfig(lastBits(), story, words);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  it('has a dot for each output above, at its distance from double precision, and all at 0 below', () => {
    const result = lastBits();
    const config = chartConfig(result, story, words);
    const above = dotsOf(config, 'beforeValue');
    expect(above.map(({ data }) => data.length)).toEqual([60, 60]);
    const axis = config.options?.scales?.['beforeValue'] as { labels: string[] };
    const scale = { lowest: Number(axis.labels[1]?.slice(2)), highest: 0 };
    above.forEach(({ data }, row) =>
      data.forEach(({ y }, at) => {
        const output = Number(result.before.outputs[row]?.[at]);
        const distance = Math.abs(output - Number(result.rounding?.exact[at]));
        expect(y).toBeCloseTo(Number(placeIn(scale, distance)), 3);
      }),
    );
    expect(above[0]?.data[7]?.y).toBe(0);
    const below = dotsOf(config, 'afterValue');
    expect(below).toHaveLength(2);
    for (const { data } of below) expect(new Set(data.map(({ y }) => y))).toEqual(new Set([0]));
  });

  it('can show distances from the first row of each group instead, which is then left out', () => {
    const { before, rounding } = lastBits('first');
    if (!rounding) throw new Error('The sample has no rounding.');
    const [shown, ...others] = distancesOf(before, rounding, 'before');
    expect(others).toEqual([]);
    expect(shown?.row).toBe(1);
    const [first, second] = before.outputs;
    expect(shown?.values).toEqual(
      Array.from(second ?? [], (value, at) => Math.abs(value - (first?.[at] ?? 0))),
    );
  });

  it('names no settings where all lie on each other: they have one colour, and the heading says so', () => {
    const { before, ...rest } = lastBits('first');
    const outputs = before.outputs.map((output) => before.outputs[0] ?? output);
    const result = { ...rest, before: { ...before, outputs, identical: true } };
    const config = chartConfig(result, story, words);
    expect(config.options?.scales).not.toHaveProperty('keys');
    const colours = dotsOf(config, 'beforeValue').map(
      (dots) => (dots as { pointBackgroundColor?: string }).pointBackgroundColor,
    );
    expect(new Set(colours)).toEqual(new Set(['#ffb83d']));
  });

  it('names the settings in their colours, and the same axis in both panels', () => {
    const scales = chartConfig(lastBits(), story, words).options?.scales;
    const keys = scales?.['keys'] as { labels: string[] } | undefined;
    expect(keys?.labels.filter(Boolean)).toEqual(['tfjs-wasm', 'tfjs-cpu']);
    expect(scales?.['beforeValue']).toEqual(scales?.['afterValue']);
  });

  it.each([2e-7, 9.9e-7, 1.01e-6])(
    'marks the largest distance, and keeps its text below the heading: %d',
    (largest) => {
      const { rounding, before, ...rest } = lastBits();
      if (!rounding) throw new Error('The sample has no rounding.');
      // The exact output moves: float32 has no place for such a small step.
      const exact = rounding.exact.map((value, at) => (at === 2 ? value + largest : value));
      const outputs = before.outputs.map((output) => Float32Array.from(output));
      for (const output of outputs) output[2] = rounding.exact[2] ?? Number.NaN;
      const result = { ...rest, before: { ...before, outputs }, rounding: { ...rounding, exact } };
      const scales = chartConfig(result, story, words).options?.scales;
      const mark = scales?.['beforeMark'] as {
        labels: string[];
        position: { beforeValue: number };
      };
      expect(mark.labels.filter(Boolean)).toEqual([amount(largest)]);
      const axis = scales?.['beforeValue'] as { labels: string[] } | undefined;
      // Half the text's height is left between its middle and the panel's top.
      expect(mark.position.beforeValue).toBeLessThan(Number(axis?.labels.length) - 1.2);
      expect(scales).not.toHaveProperty('afterMark');
    },
  );
});
