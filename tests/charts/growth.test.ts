import { describe, expect, it } from 'vitest';
import { altText, chartConfig, toCsv, type ChartConfig } from '../../src/charts/index.ts';
import type { Growth } from '../../src/demos/index.ts';
import { amount, locales, wordsFor } from '../../src/words/index.ts';
import { grown } from './study-samples.ts';

const { tell, chart } = wordsFor('en');
const draw = (result: Growth = grown()) => chartConfig(result, tell(result), chart);
type Point = { x: number; y: number };
const amber = 'rgba(255, 184, 61, 0.6)';
const blue = '#7cc8f2';
const lines = (config: ChartConfig, axis: string, colour: string) =>
  config.data.datasets
    .filter(({ xAxisID, borderColor }) => xAxisID === axis && borderColor === colour)
    .map(({ data }) => data as Point[]);
const floorOf = (config: ChartConfig) => Number(config.options?.scales?.['difference']?.min) + 0.5;

describe('the chart of one bit', () => {
  it('is pure JSON, small enough for a request, and stays as it was reviewed', () => {
    for (const result of [grown(20), grown(200)]) {
      const config = draw(result);
      expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
      expect(JSON.stringify(config).length).toBeLessThan(100_000);
    }
    const { data, ...rest } = draw(grown(2));
    const shapes = data.datasets.map(({ data: points, ...style }) => ({
      ...style,
      points: points.length,
    }));
    expect({ ...rest, datasets: shapes }).toMatchSnapshot();
  });

  it('draws every pair of both tasks on one logarithmic scale', () => {
    const result = grown();
    const config = draw(result);
    for (const [axis, { moved }] of [
      ['forecastEpoch', result.forecast],
      ['signEpoch', result.sign],
    ] as const) {
      const drawn = lines(config, axis, amber);
      expect(drawn).toHaveLength(8);
      expect(drawn[2]?.[40]).toEqual({
        x: 41,
        y: expect.closeTo(Math.log10(moved[2]?.[40] ?? 0), 4),
      });
    }
  });

  it('draws zero on a floor below the scale, and calls it 0', () => {
    const config = draw();
    const floor = floorOf(config);
    for (const axis of ['forecastEpoch', 'signEpoch']) {
      const [control, ...others] = lines(config, axis, blue);
      expect(others).toEqual([]);
      expect(new Set(control?.map(({ y }) => y))).toEqual(new Set([floor]));
    }
    expect(lines(config, 'signEpoch', amber)[1]?.[0]).toEqual({ x: 1, y: floor });
    const marks = config.options?.scales?.['marks'];
    const labels = marks && 'labels' in marks ? (marks.labels as string[]) : [];
    expect(labels.at(-1)).toBe('0');
    expect(labels.at(-2)).toBe(`1e${floor + 1}`);
    expect(JSON.stringify(config.options?.scales)).toContain('Same weights twice: exactly 0');
  });

  it('does not say exactly 0 where the same weights gave a difference', () => {
    const result = grown();
    const same = result.sign.same.map((row, pair) => (pair === 0 ? row.map(() => 3e-8) : row));
    const config = draw({ ...result, sign: { ...result.sign, same } });
    expect(JSON.stringify(config)).not.toContain('exactly 0');
    expect(lines(config, 'signEpoch', blue)).toHaveLength(8);
  });

  it('draws bands where there are many pairs', () => {
    const filled = draw(grown(100)).data.datasets.filter(({ fill }) => fill === '+1');
    expect(filled).toHaveLength(4);
    expect(draw().data.datasets.filter(({ fill }) => fill === '+1')).toEqual([]);
  });
});

describe('the words about one bit', () => {
  it.each(locales)('hold both numbers, the flips and the control, in %s', (locale) => {
    const words = wordsFor(locale);
    const result = grown();
    const story = words.tell(result);
    const text = altText(result, story, words.chart);
    expect(text.length).toBeLessThan(1024);
    const largest = (rows: readonly Float32Array[]) =>
      Math.max(...rows.map((row) => Math.max(...row)));
    for (const { moved } of [result.forecast, result.sign])
      for (const place of [text, story.finding]) expect(place).toContain(amount(largest(moved)));
    // What people care about comes first: how many labels flip.
    const title = [story.title].flat().join();
    for (const number of ['256', '0–7', amount(largest(result.forecast.moved))])
      expect(title).toContain(number);
    for (const place of [text, story.finding]) expect(place).toContain('256');
    expect(story.finding).toMatch(/0[,、] 1[,、] 2|0、1、2/);
    expect(story.finding).toMatch(/exactly 0|恰好为 0|恰好為 0/);
    expect(story.finding).toMatch(/this toy task|这个玩具任务|這個玩具任務/);
  });

  it('do not call a saying false that the numbers do not refute', () => {
    const finding = (result: Growth) => tell(result).finding;
    expect(finding(grown())).toContain('“one bit always ruins it” is false');
    const { forecast, ...calm } = grown();
    expect(finding({ ...calm, forecast, sign: { ...calm.sign, ...forecast } })).not.toContain(
      'is false',
    );
  });
});

it('the raw data hold every pair after every epoch', () => {
  const rows = toCsv(grown())
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(rows).toHaveLength(61);
  expect(rows[0]?.slice(0, 2)).toEqual(['epoch', 'forecast 1']);
  expect(rows[0]).toHaveLength(1 + 7 * 8);
  const flips = rows[0]?.indexOf('sign flips 5') ?? 0;
  expect([rows[10]?.[flips], rows[60]?.[flips]]).toEqual(['0', '4']);
});
