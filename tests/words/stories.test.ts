import { describe, expect, it } from 'vitest';
import { causeIds } from '../../src/ids.ts';
import {
  variantsOf,
  isSample,
  type Condition,
  type Comparison,
  type Summary,
  type VariantId,
} from '../../src/demos/index.ts';
import { joinLines, locales, wordsFor } from '../../src/words/index.ts';

const points = 60;

function side(runs: number, varied: boolean, label: (run: number) => string): Condition {
  return {
    outputs: Array.from({ length: runs }, (_, run) =>
      new Float32Array(points).fill(varied ? run : 0),
    ),
    labels: Array.from({ length: runs }, (_, run) => label(run)),
    groups: Array.from({ length: runs }, () => 0),
    spread: varied ? 0.2134 : 0,
    deviation: varied ? 0.0567 : 0,
    widestAt: 3,
    identical: !varied,
    error: 0.4321,
    target: new Float32Array(points),
  };
}

const swept: readonly VariantId[] = [
  'length',
  'alignment',
  'learning-rate',
  'hidden-units',
  'clipping',
  'within-predict',
  'wrong-epoch',
];
const rounded: readonly VariantId[] = ['engines', 'batch-size', 'addition-order'];

const summary = (count: number, deviation: number): Summary => ({
  count,
  mean: -0.4567,
  deviation,
  low: -0.5678,
  high: -0.3456,
});

function resultOf(cause: Comparison['cause'], variant: VariantId, runs = 20): Comparison {
  return {
    kind: 'comparison',
    cause,
    variant,
    runs,
    seed: '7',
    engine: 'tfjs-wasm',
    engines: ['kernel', 'tfjs-node', 'tfjs-wasm', 'tfjs-cpu'],
    timeSteps: Array.from({ length: points }, (_, i) => 304 + i),
    before: side(runs, true, (run) => `0.00${run}`),
    after: side(runs, false, String),
    measure: variant === 'shift' ? 'error' : 'spread',
    ...(variant === 'shift' && { yardstick: 0.0789 }),
    ...(swept.includes(variant) && {
      sweep: {
        settings: Array.from({ length: runs }, (_, run) => `0.00${run}`),
        of: 'error',
        curves: Array.from({ length: 5 }, (_, seed) =>
          Array.from({ length: runs }, (_run, run) => 0.0678 + run / 100 + seed / 50),
        ),
        again: Array.from({ length: runs }, () => 0),
        usual: '0.003',
      },
    }),
    ...(rounded.includes(variant) && {
      rounding: {
        exact: new Float64Array(points),
        from: variant === 'batch-size' ? 'first' : 'exact',
      },
    }),
    focus: { at: 3, before: summary(runs, 0.05), after: summary(runs, 0) },
    hash: 'ab'.repeat(32),
    replay: 'code',
  };
}

/** Half an em each for Latin letters, a whole one for Chinese: 54 fill the chart's width at the title's size. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0);

const cases = locales.flatMap((locale) =>
  causeIds.flatMap((cause) => variantsOf(cause).map((variant) => ({ locale, cause, variant }))),
);

/** A sample's spread and range; the smallest and largest value of a sweep; the error and its yardstick; last bits. */
function numbersOf(variant: VariantId): string[] {
  if (variant === 'shift') return ['0.43', '0.079'];
  if (swept.includes(variant)) return ['0.26'];
  return rounded.includes(variant) ? ['0.21'] : ['0.057', '0.21'];
}

describe('the story of a result', () => {
  it.each(cases)('fits the chart: $cause/$variant in $locale', ({ locale, cause, variant }) => {
    const story = wordsFor(locale).tell(resultOf(cause, variant));
    const lines = [story.title].flat();
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(54);
    expect([story.subtitle].flat().length).toBeLessThanOrEqual(2);
    for (const line of [story.subtitle].flat()) expect(width(line), line).toBeLessThanOrEqual(78);
    for (const { text, measure } of story.headings)
      expect(width(text) + width(measure), `${text} | ${measure}`).toBeLessThanOrEqual(64);
  });

  it.each(cases)(
    'says the measured number and that this is a toy: $cause/$variant in $locale',
    ({ locale, cause, variant }) => {
      const { finding } = wordsFor(locale).tell(resultOf(cause, variant));
      for (const number of numbersOf(variant)) expect(finding).toContain(number);
      expect(finding).toMatch(/this toy task|这个玩具任务|這個玩具任務/i);
    },
  );

  it.each(cases.filter(({ cause, variant }) => isSample(resultOf(cause, variant))))(
    'of many draws says how they are distributed: $cause/$variant in $locale',
    ({ locale, cause, variant }) => {
      const story = wordsFor(locale).tell(resultOf(cause, variant, 200));
      const lines = [story.subtitle].flat();
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(80);
      for (const text of [lines[0], story.finding])
        for (const number of ['307', '-0.46', '0.050', '200']) expect(text).toContain(number);
      for (const number of ['-0.57', '-0.35']) expect(story.finding).toContain(number);
    },
  );

  it.each(cases.filter(({ cause, variant }) => !isSample(resultOf(cause, variant))))(
    'tells no statistic of a sample where nothing was drawn: $cause/$variant in $locale',
    ({ locale, cause, variant }) => {
      for (const runs of [20, 200]) {
        const story = wordsFor(locale).tell(resultOf(cause, variant, runs));
        const texts = [
          story.title,
          story.subtitle,
          story.finding,
          ...story.headings.map(({ measure }) => measure),
        ];
        expect(texts.flat().join(' ')).not.toMatch(
          /standard deviation|标准差|標準差|spread|离散度|離散度/,
        );
      }
    },
  );

  it.each(locales)('has a title that is one line too, without a blank in Chinese: %s', (locale) => {
    const title = joinLines(wordsFor(locale).tell(resultOf('dropout', 'inference')).title);
    if (locale === 'en')
      expect(title).toBe('20 calls, same weights, same input: spread 0.057, up to 0.21 apart');
    else expect(title).not.toMatch(/[，：] /);
  });

  it('explains what is called spread, beside the range and the series’ own', () => {
    const { title, headings, finding } = wordsFor('en').tell(
      resultOf('initial-weights', 'retrain'),
    );
    expect(title).toContain('spread 0.057, up to 0.21 apart');
    expect(headings[0].measure).toBe('spread 0.057');
    expect(finding).toMatch(/“Spread” is the standard deviation over the runs/);
  });

  it('of settings says whether the setting or the seed does more', () => {
    const result = resultOf('hyperparameters', 'learning-rate', 5);
    // The settings move the mean by 0.04, the seeds every setting by 0.08.
    expect(wordsFor('en').tell(result).finding).toContain(
      'the initial weights do more than the setting, about 2.0 times as much',
    );
    const steeper = (by: number) => ({
      ...result,
      sweep: {
        ...result.sweep!,
        curves: result.sweep!.curves.map((row) => row.map((value, at) => value + by * at)),
      },
    });
    expect(wordsFor('en').tell(steeper(0.01)).finding).toContain(
      'the initial weights do about as much as the setting',
    );
    expect(wordsFor('en').tell(steeper(0.05)).finding).toContain(
      'the setting does more than the initial weights, about 3.0 times as much',
    );
    expect(wordsFor('zh-CN').tell(result).finding).toContain('约为设置的 2.0 倍');
  });

  it('says how many settings there are where more runs were asked for', () => {
    const sentence = /Of 200 runs, 20 have different settings here/;
    const result = resultOf('hyperparameters', 'hidden-units', 20);
    expect(wordsFor('en').tell({ ...result, runs: 200 }).finding).toMatch(sentence);
    expect(wordsFor('en').tell(result).finding).not.toContain('none is tried twice');
  });

  it('of batch sizes says what the runs are, how many there are, and that all coincide', () => {
    const result = resultOf('floating-point', 'batch-size', 3);
    const labels = ['kernel 1', 'kernel 8', 'kernel 64'];
    const before = { ...result.before, ...side(3, false, (run) => labels[run] ?? '') };
    const tell = (runs: number) => wordsFor('en').tell({ ...result, runs, before });
    expect(tell(3).finding).toContain('**batches of 3 sizes** (1, 8, 64); “runs” sets how many');
    expect(tell(40).finding).toContain('Of 40 runs, 3 have different settings here');
    expect(tell(3).headings[0].measure).toBe('no distance: all 2 coincide');
  });

  it('does not say that a cause acts where nothing happened', () => {
    const result = resultOf('floating-point', 'batch-size');
    const tell = (identical: boolean) =>
      wordsFor('en').tell({ ...result, before: { ...result.before, identical } }).finding;
    expect(tell(true)).toContain('It did not happen in this toy task');
    expect(tell(true)).toContain(
      'on each engine, the outputs of all batch sizes are identical to the last bit',
    );
    expect(tell(false)).toContain('This toy task shows that it happens');
  });

  it('does not claim identical outputs where they are not', () => {
    const result = resultOf('dropout', 'inference');
    const { finding, headings } = wordsFor('en').tell({
      ...result,
      after: { ...result.after, identical: false, spread: 0.05, deviation: 0.01 },
    });
    expect(finding).not.toContain('identical');
    expect(headings[1].measure).toBe('spread 0.010');
  });
});
