import { describe, expect, it } from 'vitest';
import { chartConfig, type ChartConfig, type ThemeName } from '../../src/charts/index.ts';
import { amount, wordsFor } from '../../src/words/index.ts';
import { diverged, grown, lastBits, pairs, ranked, repeats, story, wrong } from './samples.ts';

const words = wordsFor('en').chart;
const datasets = (config: ChartConfig, axis: string) =>
  config.data.datasets.filter((dataset) => dataset.yAxisID === axis);
const filled = (config: ChartConfig, axis: string) =>
  datasets(config, axis).filter((dataset) => dataset.fill === '+1');
const beams = (config: ChartConfig, axis: string) =>
  datasets(config, axis).filter((dataset) => dataset.pointStyle === 'line');
const title = (text: string | string[]) =>
  chartConfig(repeats(), { ...story, title: text }, words).options?.plugins?.title;
const textsOf = (config: ChartConfig): string => JSON.stringify(config.options?.scales);

describe('the config of a chart', () => {
  it.each([
    ['lines', repeats()],
    ['settings', pairs()],
    ['a distribution', repeats(100)],
    ['a ranking', ranked()],
    ['growth', grown()],
    ['last bits', lastBits()],
  ])('in light colours shares no colour with the dark one: %s', (_, result) => {
    const coloursOf = (theme: ThemeName) =>
      new Set(
        JSON.stringify(chartConfig(result, story, words, theme)).match(/#\w{6}|rgba?\([^)]*\)/g),
      );
    const [dark, light] = [coloursOf('dark'), coloursOf('light')];
    expect(light.size).toBe(dark.size);
    // A ring's inside is nothing in both.
    const shared = [...light].filter((colour) => dark.has(colour) && !colour.endsWith(', 0)'));
    expect(shared).toEqual([]);
  });

  it.each([
    ['repeats', repeats()],
    ['pairs', pairs()],
    ['wrong outputs', wrong()],
    ['outputs that are not numbers', diverged()],
  ])('is pure JSON for %s', (_, result) => {
    const config = chartConfig(result, story, words);
    const json = JSON.stringify(config);
    expect(JSON.parse(json)).toStrictEqual(config);
    expect(json).not.toContain('__BEGINFUNCTION__');
  });

  it('stays as it was reviewed', () => {
    const { data, ...rest } = chartConfig(repeats(2), story, words);
    const shapes = data.datasets.map(({ data: points, ...style }) => ({
      ...style,
      points: points.length,
    }));
    expect({ ...rest, labels: data.labels?.length, datasets: shapes }).toMatchSnapshot();
  });

  it('has the same limits in both panels, around everything drawn', () => {
    const config = chartConfig(repeats(), story, words);
    const [before, after] = [
      config.options?.scales?.['beforeValue'],
      config.options?.scales?.['afterValue'],
    ];
    expect([before?.min, before?.max]).toEqual([after?.min, after?.max]);
    const drawn = config.data.datasets.flatMap(({ data }) =>
      data.map((point) => (typeof point === 'object' ? (point?.y ?? 0) : point)),
    );
    expect(Math.min(...drawn)).toBeGreaterThan(Number(before?.min));
    expect(Math.max(...drawn)).toBeLessThan(Number(before?.max));
  });

  it('marks the widest spread with an I-beam and its value, and nothing where all are identical', () => {
    const result = repeats();
    const config = chartConfig(result, story, words);
    const x = result.timeSteps[result.before.widestAt];
    const ends = beams(config, 'beforeValue')[0]?.data as { x: number; y: number }[];
    expect(ends.map((end) => end.x)).toEqual([x, x]);
    expect(Math.abs((ends[0]?.y ?? 0) - (ends[1]?.y ?? 0))).toBeCloseTo(result.before.spread, 6);
    expect(textsOf(config)).toContain(`"${amount(result.before.spread)}"`);
    expect(beams(config, 'afterValue')).toEqual([]);
  });

  it('marks the largest gap to the target where the error is what counts', () => {
    const result = wrong();
    const ends = beams(chartConfig(result, story, words), 'beforeValue')[0]?.data as {
      y: number;
    }[];
    const { outputs, target } = result.before;
    const gaps = Array.from(target, (value, at) => Math.abs(value - (outputs[0]?.[at] ?? 0)));
    expect((ends[1]?.y ?? 0) - (ends[0]?.y ?? 0)).toBeCloseTo(Math.max(...gaps), 6);
  });

  it('draws a band around runs that differ, and none across pairs or identical runs', () => {
    expect(filled(chartConfig(repeats(), story, words), 'beforeValue')).toHaveLength(1);
    expect(filled(chartConfig(repeats(), story, words), 'afterValue')).toEqual([]);
    expect(filled(chartConfig(pairs(), story, words), 'afterValue')).toEqual([]);
  });

  it('draws a line for each run and the target of its own side', () => {
    const config = chartConfig(wrong(), story, words);
    const dashed = (axis: string) =>
      datasets(config, axis).filter((dataset) => dataset.borderDash)[0]?.data;
    expect(dashed('beforeValue')).not.toEqual(dashed('afterValue'));
    expect(
      datasets(config, 'afterValue').filter((dataset) => dataset.borderWidth === 1.5),
    ).toHaveLength(6);
  });

  it('labels the lines of few settings, in the order in which they end, and not those of mere repeats', () => {
    const settings = ['4', '8', '12'];
    const keys = chartConfig(pairs(settings), story, words).options?.scales?.['keys'];
    const labels = (keys as { labels: string[] }).labels.filter(Boolean);
    expect(labels.toSorted()).toEqual([...settings, ...settings].toSorted());
    const many = Array.from({ length: 20 }, (_, index) => String(4 * index));
    expect(chartConfig(pairs(many), story, words).options?.scales).not.toHaveProperty('keys');
    expect(chartConfig(repeats(), story, words).options?.scales).not.toHaveProperty('keys');
  });

  it('joins a title of two lines where it fits into one, and makes a long one smaller', () => {
    expect(title(['One model, 6 window lengths:', 'spread up to 0.75'])?.text).toEqual([
      'One model, 6 window lengths: spread up to 0.75',
    ]);
    expect(title(['x'.repeat(50), 'y'.repeat(50)])?.text).toHaveLength(2);
    expect(title('short')?.font).toMatchObject({ size: 21 });
    expect(title('x'.repeat(60))?.font).toMatchObject({ size: 15.5 });
  });
});
