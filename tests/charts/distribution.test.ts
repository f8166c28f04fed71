import { describe, expect, it } from 'vitest';
import { altText, chartConfig, type ChartConfig } from '../../src/charts/index.ts';
import { ascending, column, quantile, type Comparison } from '../../src/demos/index.ts';
import { amount, locales, wordsFor } from '../../src/words/index.ts';
import { pairs, repeats, story, wrong } from './samples.ts';

const words = wordsFor('en').chart;
const draw = (result: Comparison) => chartConfig(result, story, words);
const on = (config: ChartConfig, axis: string) =>
  config.data.datasets.filter((dataset) => dataset.yAxisID === axis);
/** The heights of the bars, left to right. */
const bars = (config: ChartConfig, axis: string): number[] => {
  const points = on(config, axis).find(({ fill }) => fill === 'origin')?.data as {
    x: number;
    y: number | null;
  }[];
  // Each bar is four points and a break; the second is its upper left corner.
  return points.filter((_, at) => at % 5 === 1).map(({ y }) => y ?? 0);
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** QuickChart takes at most 100 kB. */
const mostBytes = 100_000;

const many = Array.from({ length: 100 }, (_, index) => String(4 + index));
const manyPairs: Comparison = { ...pairs(many), runs: 100 };
const manyWrong: Comparison = { ...wrong(), runs: 100 };

describe('the chart of many runs', () => {
  it.each([
    ['repeats', repeats(200)],
    ['settings', manyPairs],
    ['wrong outputs', manyWrong],
    ['outputs that differ in their last digits', repeats(30, 1e-7)],
  ])('is pure JSON that fits into a request: %s', (_, result) => {
    const config = draw(result);
    const json = JSON.stringify(config);
    expect(JSON.parse(json)).toStrictEqual(config);
    expect(json.length).toBeLessThan(mostBytes);
  });

  it('stays as it was reviewed', () => {
    const { data, ...rest } = draw(repeats(21));
    const shapes = data.datasets.map(({ data: points, ...style }) => ({
      ...style,
      points: points.length,
    }));
    expect({ ...rest, labels: data.labels?.length, datasets: shapes }).toMatchSnapshot();
  });

  it('draws the quantiles over the runs at every time step', () => {
    const result = repeats(40);
    const drawn = on(draw(result), 'beforeValue').map(({ data }) => data[17]);
    const sorted = ascending(column(result.before.outputs, 17));
    for (const probability of [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1])
      expect(drawn).toContain(Number(quantile(sorted, probability).toPrecision(6)));
  });

  it('draws one line where all runs are identical, and no bands', () => {
    const config = draw(repeats(40));
    expect(on(config, 'afterValue').filter(({ fill }) => fill === '+1')).toEqual([]);
    expect(on(config, 'beforeValue').filter(({ fill }) => fill === '+1')).toHaveLength(2);
  });

  it('counts every run in the histogram, on the same scale for both sides', () => {
    const config = draw(repeats(100));
    expect(sum(bars(config, 'beforeCount'))).toBe(100);
    expect(bars(config, 'beforeCount').length).toBeGreaterThan(5);
    expect(bars(config, 'afterCount')).toEqual([100]);
  });

  it('has room for bars that differ in the last digits only, as distances from the mean', () => {
    const config = draw(repeats(30, 1e-6));
    expect(sum(bars(config, 'beforeCount'))).toBe(30);
    expect(bars(config, 'beforeCount').length).toBeGreaterThan(2);
    expect(JSON.stringify(config.options?.scales?.['outputs'])).toContain('From the mean');
  });

  it('shows outputs that are all the same, and the target they miss', () => {
    const config = draw(manyWrong);
    expect(bars(config, 'beforeCount')).toEqual([5]);
    const target = on(config, 'beforeCount').find(({ borderDash }) => borderDash);
    const at = manyWrong.focus.at;
    expect(target?.data[0]).toMatchObject({
      x: expect.closeTo(manyWrong.before.target[at] ?? 0, 6),
    });
  });
});

describe('the alternative text of many runs', () => {
  it.each(locales)(
    'says the distribution at the widest time step, within the limit, in %s',
    (locale) => {
      const result = repeats(100);
      const { tell, chart } = wordsFor(locale);
      for (const each of [result, manyPairs]) {
        const text = altText(each, tell(each), chart);
        expect(text.length).toBeLessThanOrEqual(1024);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        expect(text).toContain(amount(each.focus.before.deviation));
        expect(text).toContain('n = 100');
        expect(text).toContain(String(each.timeSteps[each.focus.at]));
      }
    },
  );
});
