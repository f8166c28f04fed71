import { describe, expect, it } from 'vitest';
import { altText, chartConfig, type ChartConfig } from '../../src/charts/index.ts';
import { ascending, column, quantile, type Comparison } from '../../src/demos/index.ts';
import { amount, locales, wordsFor } from '../../src/words/index.ts';
import { repeats, story, swept, wrong } from './samples.ts';

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
const manySettings: Comparison = { ...swept(many), runs: 100 };
const manyWrong: Comparison = { ...wrong(), runs: 100 };

describe('the chart of many runs', () => {
  it.each([
    ['repeats', repeats(200)],
    ['as many lines as are drawn', repeats(40)],
    ['as many lines twice', repeats(40, 0.03)],
    ['settings', manySettings],
    ['wrong outputs', manyWrong],
    ['outputs that differ in their last digits', repeats(50, 1e-7)],
  ])('is pure JSON that fits into a request: %s', (_, result) => {
    const config = draw(result);
    const json = JSON.stringify(config);
    expect(JSON.parse(json)).toStrictEqual(config);
    expect(json.length).toBeLessThan(mostBytes);
  });

  it('stays as it was reviewed', () => {
    const { data, ...rest } = draw(repeats(41));
    const shapes = data.datasets.map(({ data: points, ...style }) => ({
      ...style,
      points: points.length,
    }));
    expect({ ...rest, labels: data.labels?.length, datasets: shapes }).toMatchSnapshot();
  });

  it('draws the quantiles over the runs at every time step', () => {
    const result = repeats(50);
    const drawn = on(draw(result), 'beforeValue').map(({ data }) => data[17]);
    const sorted = ascending(column(result.before.outputs, 17));
    for (const probability of [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1])
      expect(drawn).toContain(Number(quantile(sorted, probability).toPrecision(5)));
  });

  it('draws one line where all runs are identical, and no bands', () => {
    const config = draw(repeats(50));
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
    const config = draw(repeats(50, 1e-6));
    expect(sum(bars(config, 'beforeCount'))).toBe(50);
    expect(bars(config, 'beforeCount').length).toBeGreaterThan(2);
    expect(JSON.stringify(config.options?.scales?.['outputs'])).toContain('From the mean');
  });

  it('shows deviations from the mean where the runs lie close together', () => {
    const [close, wide] = [repeats(50, 0.05), repeats(50, 0.5)].map(draw);
    const titleOf = (config: ChartConfig | undefined, axis: string) =>
      (config?.options?.scales?.[axis] as { title: { text: string } } | undefined)?.title.text;
    for (const axis of ['beforeValue', 'afterValue']) {
      expect(titleOf(close, axis)).toBe('From mean');
      expect(titleOf(wide, axis)).toBe('Output');
    }
    // The histogram's dashed target stays; that of the panel would be a line at 0.
    const targets = (config: ChartConfig | undefined) =>
      config?.data.datasets.filter(({ borderDash }) => borderDash).map(({ yAxisID }) => yAxisID);
    expect(targets(close)).toEqual(['beforeCount', 'afterCount']);
    expect(targets(wide)).toEqual(['beforeValue', 'beforeCount', 'afterValue', 'afterCount']);
  });

  it.each([0.12, 0.3, 0.5, 0.9])(
    'keeps the value clear of the I-beam, also in the narrower panel: spread %d',
    (size) => {
      const config = draw(repeats(50, size));
      const scales = config.options?.scales as Record<
        string,
        { labels: string[]; position: Record<string, number>; min: number; max: number }
      >;
      const [beam] = on(config, 'beforeValue').filter(({ pointStyle }) => pointStyle === 'line');
      const ends = beam?.data as { x: number; y: number }[];
      const { labels = [], position = {} } = scales['beforeMark'] ?? {};
      const { min = 0, max = 1 } = scales['beforeValue'] ?? {};
      const step = labels.findIndex(Boolean);
      const across = (Math.abs(step - (Number(ends[0]?.x) - 20)) * 310) / 59;
      const heights = ends.map(({ y }) => y);
      const value = position['beforeValue'] ?? Number.NaN;
      const above = Math.max(value - Math.max(...heights), Math.min(...heights) - value);
      // Half a text is about 16 pixels wide and 8 high; a cap of the beam is 5.
      expect(across >= 16 + 5 || (above * 112) / (max - min) >= 8).toBe(true);
    },
  );

  it('is none where the runs are no draws: settings, or repeats of what is wrong', () => {
    for (const result of [manySettings, manyWrong])
      expect(draw(result).options?.scales).not.toHaveProperty('outputs');
  });
});

describe('the alternative text of many runs', () => {
  it.each(locales)(
    'says the distribution at the widest time step, within the limit, in %s',
    (locale) => {
      const result = repeats(100);
      const { tell, chart } = wordsFor(locale);
      const text = altText(result, tell(result), chart);
      expect(text.length).toBeLessThanOrEqual(1024);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text).toContain(amount(result.focus.before.deviation));
      expect(text).toMatch(/100 (runs|次)/);
      expect(text).toContain(String(result.timeSteps[result.focus.at]));
    },
  );
});
