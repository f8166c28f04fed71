import { describe, expect, it } from 'vitest';
import { chartConfig, type ChartConfig, type ThemeName } from '../../src/charts/index.ts';
import { amount, wordsFor } from '../../src/words/index.ts';
import { diverged, lastBits, swept, repeats, story, wrong } from './samples.ts';
import { grown, ranked } from './study-samples.ts';

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
    ['settings', swept()],
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
    ['settings', swept()],
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

  it('draws a band around runs that differ, and none around identical runs', () => {
    expect(filled(chartConfig(repeats(), story, words), 'beforeValue')).toHaveLength(1);
    expect(filled(chartConfig(repeats(), story, words), 'afterValue')).toEqual([]);
  });

  it('draws one run of a sample stronger than the others, and the control as often as there are runs', () => {
    const config = chartConfig(repeats(20), story, words);
    const runs = (axis: string) =>
      datasets(config, axis).filter(
        ({ data, borderDash, borderWidth }) =>
          data.length === 60 && !borderDash && Number(borderWidth) > 0,
      );
    const widths = runs('beforeValue').map(({ borderWidth }) => borderWidth);
    expect(widths).toEqual([2.5, ...Array.from({ length: 19 }, () => 1.2)]);
    expect(new Set(runs('afterValue').map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(runs('afterValue')).toHaveLength(20);
  });

  it('shows runs that lie close together once more, minus their mean, and the control with them', () => {
    const close = chartConfig(repeats(20, 0.03), story, words);
    const apart = chartConfig(repeats(20, 0.3), story, words);
    expect(datasets(apart, 'outputsValue')).toEqual([]);
    // The outputs with the target; then the deviations, whose mean is 0 at every time step.
    expect(datasets(close, 'outputsValue').filter(({ borderDash }) => borderDash)).toHaveLength(1);
    const deviations = datasets(close, 'beforeValue').filter(
      ({ data, borderWidth }) => data.length === 60 && Number(borderWidth) > 0,
    );
    expect(deviations).toHaveLength(20);
    const mean = deviations.reduce((sum, { data }) => sum + Number(data[17]), 0) / 20;
    expect(mean).toBeCloseTo(0, 4);
    for (const { data } of datasets(close, 'afterValue'))
      expect(new Set<unknown>(data)).toEqual(new Set([0]));
    const axes = close.options?.scales;
    expect([axes?.['beforeValue']?.min, axes?.['beforeValue']?.max]).toEqual([
      axes?.['afterValue']?.min,
      axes?.['afterValue']?.max,
    ]);
  });

  it('draws a line for each run and the target of its own side', () => {
    const config = chartConfig(wrong(), story, words);
    const dashed = (axis: string) =>
      datasets(config, axis).filter((dataset) => dataset.borderDash)[0]?.data;
    expect(dashed('beforeValue')).not.toEqual(dashed('afterValue'));
    expect(
      datasets(config, 'afterValue').filter(
        ({ data, borderDash, borderWidth }) =>
          data.length === 60 && !borderDash && borderWidth === 2,
      ),
    ).toHaveLength(5);
  });

  it('draws settings against what they give, other seeds faint, and repeats as a line at 0', () => {
    const result = swept();
    const config = chartConfig(result, { ...story, axis: 'Learning rate' }, words);
    const [own, other, ...rest] = datasets(config, 'beforeValue').filter(
      ({ borderDash }) => !borderDash,
    );
    expect(rest).toEqual([]);
    const placed = (values: readonly number[] = []) =>
      values.map((value, x) => ({ x, y: Number(value.toPrecision(6)) }));
    expect([own?.data, other?.data]).toEqual(result.sweep?.curves.map(placed));
    expect(Number(own?.borderWidth)).toBeGreaterThan(Number(other?.borderWidth));
    expect(datasets(config, 'afterValue').map(({ data }) => data)).toEqual([
      [0, 1, 2, 3, 4].map((x) => ({ x, y: 0 })),
    ]);
    const axis = config.options?.scales?.['setting'];
    expect(axis).toMatchObject({
      labels: result.sweep?.settings,
      title: { text: 'Learning rate' },
    });
  });

  it.each([
    ['0.01', ['0.002', '0.005', '0.01', '0.02', '0.05'], 2],
    ['0.035', ['0.002', '0.005', '0.01', '0.02', '0.035', '0.05'], 4],
    ['0.1', ['0.002', '0.005', '0.01', '0.02', '0.05', '0.1'], 5],
  ])('marks the usual setting, and names it even if it was not run: %s', (usual, labels, place) => {
    const config = chartConfig(swept(undefined, usual), story, words);
    const [mark] = datasets(config, 'beforeValue').filter(({ borderDash }) => borderDash);
    expect(mark?.data[0]).toMatchObject({ x: place });
    expect(config.options?.scales?.['setting']).toMatchObject({ labels });
    const [own] = datasets(config, 'beforeValue').filter(({ borderDash }) => !borderDash);
    const places = (own?.data as { x: number }[] | undefined)?.map(({ x }) => labels[x]);
    expect(places).toEqual(['0.002', '0.005', '0.01', '0.02', '0.05']);
  });

  it('shows what the usual setting gives where the control is that one alone', () => {
    const result = swept();
    const sweep = { ...result.sweep!, usualValue: 0.123 };
    const [point] = datasets(chartConfig({ ...result, sweep }, story, words), 'beforeValue').filter(
      ({ pointBackgroundColor }) => pointBackgroundColor === '#7cc8f2',
    );
    expect(point?.data).toEqual([{ x: 2, y: 0.123 }]);
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
