import { describe, expect, it } from 'vitest';
import { altText, chartConfig, themeNames, toCsv } from '../../src/charts/index.ts';
import { amount, locales, wordsFor } from '../../src/words/index.ts';
import { averages } from './pair-samples.ts';

const { tell, chart } = wordsFor('en');
type Point = { x: number; y: number };

describe('the chart of averages', () => {
  it.each(themeNames)('is pure JSON, small enough for a request, in %s', (theme) => {
    const result = averages(200);
    const config = chartConfig(result, tell(result), chart, theme);
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
    expect(JSON.stringify(config).length).toBeLessThan(100_000);
  });

  it('draws spread and error of every row, and the dashed curve through one model / sqrt(k)', () => {
    const result = averages();
    const { datasets } = chartConfig(result, tell(result), chart).data;
    const [errors = [], spreads = []] = datasets.map(({ data }) =>
      (data as Point[]).map(({ y }) => y),
    );
    result.rows.forEach((row, at) => {
      expect(errors[at]).toBeCloseTo(row.error, 5);
      expect(spreads[at]).toBeCloseTo(row.deviation, 5);
    });
    const dashed = datasets.find(({ borderDash }) => borderDash);
    const curve = (dashed?.data ?? []) as Point[];
    for (const [place, { models }] of result.rows.entries()) {
      const point = curve.find(({ x }) => x === place);
      expect(point?.y).toBeCloseTo(0.1382 / Math.sqrt(models), 5);
    }
  });

  it('says that a fixed seed spreads 0 only where it does', () => {
    const result = averages();
    const differs = { ...result, after: { ...result.after, identical: false, spread: 0.1 } };
    const drawn = (shown: typeof result) => JSON.stringify(chartConfig(shown, tell(shown), chart));
    expect(drawn(result)).toContain('One fixed seed: spread 0');
    expect(drawn(differs)).not.toContain('One fixed seed: spread 0');
    expect(tell(differs).finding).not.toContain('identical to the last bit');
  });
});

describe.each(locales)('the words about averages, in %s', (locale) => {
  const words = wordsFor(locale);
  const result = averages();
  const story = words.tell(result);

  it('hold every spread and error, what independent models give, and the control', () => {
    const [one] = result.rows;
    for (const { models, deviation, error } of result.rows)
      for (const number of [deviation, error, (one?.deviation ?? 0) / Math.sqrt(models)])
        expect(story.finding).toContain(amount(number));
    expect(story.finding).toMatch(/identical to the last bit|逐位相同|逐位元相同/);
    expect(story.finding).toMatch(/this toy task|这个玩具任务|這個玩具任務/);
  });

  it('fit the chart and its alt text', () => {
    for (const line of [story.title].flat()) expect(line.length).toBeLessThanOrEqual(54);
    for (const line of [story.subtitle].flat()) expect(line.length).toBeLessThanOrEqual(76);
    expect(altText(result, story, words.chart).length).toBeLessThan(1024);
  });
});

it('the raw data hold the forecasts of all averages', () => {
  const rows = toCsv(averages(40))
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(rows).toHaveLength(61);
  expect(rows[0]?.slice(0, 3)).toEqual(['time step', 'target', 'average of 1: 1']);
  expect(rows[0]?.filter((name) => name.startsWith('average of 20:'))).toHaveLength(2);
});
