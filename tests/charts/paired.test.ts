import { describe, expect, it, test } from 'vitest';
import {
  altText,
  chartConfig,
  themeNames,
  toCsv,
  type ChartConfig,
} from '../../src/charts/index.ts';
import { variantsOf, type PairedComparison } from '../../src/demos/index.ts';
import { amount, locales, wordsFor } from '../../src/words/index.ts';
import { paired } from './pair-samples.ts';

const { tell, chart } = wordsFor('en');
const draw = (result: PairedComparison) => chartConfig(result, tell(result), chart);
type Point = { x: number; y: number };

/** The dots of a row, by its axis. */
const dotsOf = (config: ChartConfig, row: string) =>
  config.data.datasets
    .filter(({ yAxisID, showLine }) => yAxisID === row && showLine === false)
    .flatMap(({ data }) => data as Point[]);

describe('the chart of two values', () => {
  it.each(themeNames)('is pure JSON, small enough for a request, in %s', (theme) => {
    for (const runs of [2, 200]) {
      const result = paired(runs);
      const config = chartConfig(result, tell(result), chart, theme);
      expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
      expect(JSON.stringify(config).length).toBeLessThan(100_000);
    }
  });

  it.each([2, 8, 30, 200])(
    'has a dot for every run of both values and for every pair: %d',
    (runs) => {
      const config = draw(paired(runs));
      for (const row of ['a', 'b', 'd']) {
        const dots = dotsOf(config, row);
        expect(dots).toHaveLength(runs);
        // No two on the same spot, and none outside its row.
        expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(runs);
        for (const { y } of dots) expect(Math.abs(y)).toBeLessThanOrEqual(0.5);
      }
    },
  );

  it('places a dot within half its width of the value', () => {
    const result = paired(8);
    const xs = dotsOf(draw(result), 'a').map(({ x }) => x);
    const sorted = result.errors[0].toSorted((a, b) => a - b);
    const range = Math.max(...result.errors.flat()) - Math.min(...result.errors.flat());
    xs.toSorted((a, b) => a - b).forEach((x, at) =>
      expect(Math.abs(x - (sorted[at] ?? 0))).toBeLessThan(0.015 * range),
    );
  });

  it('draws the interval that the verdict has, and 0', () => {
    const result = paired();
    const lines = draw(result).data.datasets.filter(({ xAxisID }) => xAxisID === 'differences');
    const ends = lines.map(({ data }) => (data as Point[]).map(({ x }) => x));
    const interval = result.verdict.interval.map((end) => Number(end.toPrecision(6)));
    expect(ends).toContainEqual(interval);
    expect(ends).toContainEqual([0, 0]);
  });

  it('says at the ends which value is better there: on the left the first', () => {
    const axis = draw(paired()).options?.scales?.['better'];
    expect(axis && 'labels' in axis ? axis.labels : []).toEqual([
      '‹ 0.005 better',
      '0.02 better ›',
    ]);
  });
});

/** Half an em each for Latin letters, a whole one for Chinese. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0);

const extremes = { whole: [999, 1000], other: [0.1234, 0.1235] } as const;

describe.each(locales)('the words about two values, in %s', (locale) => {
  const words = wordsFor(locale);
  const all = [paired(200), paired(200, 0.001), paired(200, 0), paired(200, 0.5), paired(2, -0.5)];
  const cases = variantsOf('compare').flatMap((variant) =>
    [extremes.whole, extremes.other].flatMap((values) =>
      all.map((result) => ({ ...result, variant, values })),
    ),
  );

  it('fit the chart and its alt text, whatever the setting and the verdict', () => {
    for (const result of cases) {
      const story = words.tell(result);
      expect([story.title].flat()).toHaveLength(2);
      for (const line of [story.title].flat()) expect(width(line), line).toBeLessThanOrEqual(58);
      for (const line of [story.subtitle].flat()) expect(width(line), line).toBeLessThanOrEqual(80);
      const alt = altText(result, story, words.chart);
      expect(alt.length).toBeLessThan(1024);
      expect(alt).toContain(amount(result.verdict.difference));
    }
  });

  it('give the difference with its interval, how often one run is wrong, the runs needed, and that it is a toy', () => {
    const { finding, title } = words.tell(paired());
    const { difference, interval, runsNeeded, wrongByOneRun } = paired().verdict;
    for (const number of [
      amount(difference),
      ...interval.map(amount),
      String(runsNeeded),
      '30 × 30',
    ])
      expect(finding).toContain(number);
    const share = `${Math.round(100 * wrongByOneRun)}%`;
    for (const text of [finding, [title].flat().join()]) expect(text).toContain(share);
    expect(finding).toMatch(/this toy task|这个玩具任务|這個玩具任務/);
  });
});

describe('the verdict', () => {
  const finding = (result: PairedComparison) => tell(result).finding;

  test('names the better value where the interval excludes 0, on either side', () => {
    expect(finding(paired(30, 0.05))).toContain(
      '**Learning rate: 0.02 is better than 0.005 here.**',
    );
    expect(finding(paired(30, -0.05))).toContain(
      '**Learning rate: 0.005 is better than 0.02 here.**',
    );
  });

  test("says that it can't tell where the interval includes 0", () => {
    const words = finding(paired(8, 0.004));
    expect(words).toContain("8 runs can't tell");
    expect(words).toContain('includes 0');
    expect(words).not.toContain('is better than');
  });

  test('of few runs that all agree says that they are too few', () => {
    const { verdict, ...others } = paired(8, 0.004);
    const words = finding({ ...others, verdict: { ...verdict, wrongByOneRun: 0 } });
    expect(words).toContain('too few to rule out luck');
    expect(words).not.toContain('is better than');
  });

  test('turns the interval towards the value with the lower mean', () => {
    const { interval } = paired(30, -0.05).verdict;
    expect(finding(paired(30, -0.05))).toContain(
      `interval ${amount(-interval[1])} to ${amount(-interval[0])}`,
    );
  });

  test('is that nothing differs where nothing does', () => {
    const words = finding(paired(30, 0));
    expect(words).toContain('No difference');
    expect(words).not.toContain('Runs needed');
  });

  test('calls one run enough only where no combination is wrong, and never rounds a few to none', () => {
    const { verdict, ...others } = paired(200, 0.5);
    expect(verdict.wrongByOneRun).toBe(0);
    expect(finding({ ...others, verdict })).toContain('picks the right one');
    const few = finding({ ...others, verdict: { ...verdict, wrongByOneRun: 0.0004 } });
    expect(few).toContain('less than 1%');
  });

  test('says so where most single runs contradict the means', () => {
    const { verdict, ...others } = paired();
    const skewed = { ...others, verdict: { ...verdict, wrongByOneRun: 0.64 } };
    expect(finding(skewed)).toContain('a few very bad runs decide the mean');
  });

  test('names no number of runs above 1,000', () => {
    const { verdict, ...others } = paired(30, 0.004);
    const needs = (runsNeeded: number) =>
      finding({ ...others, verdict: { ...verdict, runsNeeded } });
    expect(needs(1000)).toContain('about 1000 pairs');
    expect(needs(1001)).toContain('more than 1,000 pairs');
    expect(needs(Number.POSITIVE_INFINITY)).toContain('more than 1,000 pairs');
  });

  test('calls clipping 0 off', () => {
    const story = tell(paired(30, 0.05, { variant: 'clipping', values: [0, 0.1] }));
    expect(story.headings[0].text).toBe('Clipping off');
  });
});

test('the raw data hold both errors and the difference of every pair', () => {
  const result = paired(3);
  const [header, ...rows] = toCsv(result).trim().split('\r\n');
  expect(header).toBe('pair,learning-rate 0.005,learning-rate 0.02,difference');
  expect(rows).toHaveLength(3);
  const [pair, a, b, difference] = (rows[1] ?? '').split(',').map(Number);
  expect([pair, a, b]).toEqual([2, result.errors[0][1], result.errors[1][1]]);
  expect(difference).toBe((a ?? 0) - (b ?? 0));
});
