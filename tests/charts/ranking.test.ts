import { describe, expect, it } from 'vitest';
import { altText, chartConfig, toCsv, type ChartConfig } from '../../src/charts/index.ts';
import { locales, withInterval, wordsFor } from '../../src/words/index.ts';
import { ranked } from './study-samples.ts';

const { tell, chart } = wordsFor('en');
const draw = (result = ranked()): ChartConfig => chartConfig(result, tell(result), chart);
const labels = (config: ChartConfig, axis: string): string[] => {
  const scale = config.options?.scales?.[axis];
  return scale && 'labels' in scale ? (scale.labels as string[]) : [];
};
type Corner = { x: number; y: number };
const bars = (config: ChartConfig) =>
  config.data.datasets
    .filter(({ fill }) => fill === 'shape')
    .map(({ data, backgroundColor }) => ({ corners: data as Corner[], colour: backgroundColor }));

describe('the chart of all causes', () => {
  it('is pure JSON, and stays as it was reviewed', () => {
    const config = draw();
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
    const { data, ...rest } = config;
    const shapes = data.datasets.map(({ data: points, ...style }) => ({
      ...style,
      points: points.length,
    }));
    expect({ ...rest, datasets: shapes }).toMatchSnapshot();
  });

  it('has a bar from zero for each cause, and one of all together below', () => {
    const result = ranked();
    const drawn = bars(draw(result));
    const lengths = [...result.rows, result.together].map(({ deviation }) => deviation);
    expect(drawn.map(({ corners }) => Math.min(...corners.map(({ x }) => x)))).toEqual(
      lengths.map(() => 0),
    );
    drawn.forEach(({ corners }, row) => {
      expect(Math.max(...corners.map(({ x }) => x))).toBeCloseTo(lengths[row] ?? 0, 9);
      expect(
        (Math.min(...corners.map(({ y }) => y)) + Math.max(...corners.map(({ y }) => y))) / 2,
      ).toBeCloseTo(row, 9);
    });
  });

  it('tells settings from chance by colour, and all together from both', () => {
    const result = ranked();
    const colours = bars(draw(result)).map(({ colour }) => colour);
    const natures = result.rows.map(({ nature }) => nature);
    for (const [row, nature] of natures.entries())
      expect(colours[row] === colours[0]).toBe(nature === natures[0]);
    expect(colours.slice(0, -1)).not.toContain(colours.at(-1));
  });

  it('writes every size with its interval, also one that is too small for a bar', () => {
    const values = labels(draw(), 'values');
    expect(values).toContain('0.058 (0.051–0.065)');
    expect(values).toContain('4.2e-8');
    expect(values).toHaveLength(labels(draw(), 'names').length);
  });
});

describe('the words about all causes', () => {
  it.each(locales)(
    'fit and hold every size, and say that this is one toy task, in %s',
    (locale) => {
      const words = wordsFor(locale);
      const result = ranked(200);
      const story = words.tell(result);
      const text = altText(result, story, words.chart);
      expect(text.length).toBeLessThan(1024);
      for (const row of [...result.rows, result.together])
        for (const place of [text, story.details]) expect(place).toContain(withInterval(row));
      // The chart comes first: how it was measured is a press away.
      expect(story.finding.length).toBeLessThan(220);
      expect(story.finding).toContain(withInterval(result.together));
      expect(story.details).toContain('Efron & Tibshirani 1993');
      const toy = /this toy task, these settings|这个玩具任务、这些设置|這個玩具任務、這些設定/i;
      expect([story.subtitle].flat().join()).toMatch(toy);
    },
  );

  it('name the largest only where its interval is clear of the others', () => {
    const titleFor = (...sizes: number[]) => [tell(ranked(40, sizes)).title].flat().at(-1);
    expect(titleFor(0.2, 0.1, 0.05)).toBe('Largest: Initial weights, 0.20');
    expect(titleFor(0.2, 0.19, 0.05)).toBe('“Initial weights” or “Batch order”: too close to call');
    expect(titleFor(0.2, 0.19, 0.18)).toBe('The largest 3 are too close to call (0.18 to 0.20)');
  });

  it('give the root of the sum of squares for causes that simply add up', () => {
    // 0.3, 0.4 and nothing: 0.5.
    expect(tell(ranked(40, [0.4, 0.3, 0, 0, 0, 0, 0])).details).toContain(
      'so that their variances add up, it would be 0.50',
    );
  });
});

it('the raw data hold every run of every row', () => {
  const result = ranked(40);
  const [header = '', first = ''] = toCsv(result).split('\r\n');
  const names = header.split(',');
  expect(names).toHaveLength(1 + 20 + 40 * (result.rows.length + 2));
  expect([names[0], names[1], names[21]]).toEqual(['time step', 'target 1', 'initial-weights 1']);
  expect(names.slice(-1)).toEqual(['none 40']);
  const value = Number(first.split(',')[names.indexOf('batch-order 3')]);
  expect(Math.fround(value)).toBe(result.rows[1]?.outputs[2]?.[0]);
});
