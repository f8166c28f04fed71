import { describe, expect, it } from 'vitest';
import { causeIds } from '../../src/ids.ts';
import {
  variantsOf,
  type Condition,
  type Comparison,
  type Summary,
  type VariantId,
} from '../../src/demos/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';

const points = 60;

function side(runs: number, varied: boolean, label: (run: number) => string): Condition {
  return {
    outputs: Array.from({ length: runs }, (_, run) =>
      new Float32Array(points).fill(varied ? run : 0),
    ),
    labels: Array.from({ length: runs }, (_, run) => label(run)),
    groups: Array.from({ length: runs }, () => 0),
    spread: varied ? 0.2134 : 0,
    widestAt: 3,
    identical: !varied,
    error: 0.4321,
    target: new Float32Array(points),
  };
}

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

describe('the story of a result', () => {
  it.each(cases)('fits the chart: $cause/$variant in $locale', ({ locale, cause, variant }) => {
    const story = wordsFor(locale).tell(resultOf(cause, variant));
    const lines = [story.title].flat();
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(54);
    for (const line of [story.subtitle].flat()) expect(width(line), line).toBeLessThanOrEqual(76);
    for (const { text, measure } of story.headings)
      expect(width(text) + width(measure), `${text} | ${measure}`).toBeLessThanOrEqual(64);
  });

  it.each(cases)(
    'says the measured number and that this is a toy: $cause/$variant in $locale',
    ({ locale, cause, variant }) => {
      const { finding } = wordsFor(locale).tell(resultOf(cause, variant));
      expect(finding).toContain(variant === 'shift' ? '0.43' : '0.21');
      expect(finding).toMatch(/this toy task|这个玩具任务|這個玩具任務/i);
    },
  );

  it.each(cases)(
    'of many runs says how they are distributed: $cause/$variant in $locale',
    ({ locale, cause, variant }) => {
      const story = wordsFor(locale).tell(resultOf(cause, variant, 200));
      const lines = [story.subtitle].flat();
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(80);
      for (const text of [lines[0], story.finding])
        for (const number of ['307', '-0.46', '0.050', 'n = 200', '-0.57', '-0.35'])
          expect(text).toContain(number);
    },
  );

  it('does not claim identical outputs where they are not', () => {
    const result = resultOf('dropout', 'inference');
    const { finding, headings } = wordsFor('en').tell({
      ...result,
      after: { ...result.after, identical: false, spread: 0.05 },
    });
    expect(finding).not.toContain('same bits');
    expect(headings[1].measure).toBe('spread up to 0.050');
  });
});
