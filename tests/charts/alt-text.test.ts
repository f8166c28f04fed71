import { describe, expect, it } from 'vitest';
import { altText } from '../../src/charts/index.ts';
import { amount, locales, wordsFor } from '../../src/words/index.ts';
import { diverged, lastBits, repeats, story, swept, wrong } from './samples.ts';

const english = wordsFor('en').chart;

describe('the alternative text of a chart', () => {
  it.each(locales)('stays within what Discord takes, in %s', (locale) => {
    const settings = Array.from({ length: 20 }, (_, index) => `learning rate ${index} `.repeat(6));
    const results = [
      lastBits(),
      lastBits('first'),
      repeats(20),
      swept(),
      wrong(),
      diverged(),
      swept(settings),
    ];
    const long = { ...story, title: ['t'.repeat(60), 't'.repeat(60)], subtitle: 's'.repeat(90) };
    for (const result of results)
      for (const told of [story, long]) {
        const text = altText(result, told, wordsFor(locale).chart);
        expect(text.length).toBeGreaterThan(100);
        expect(text.length).toBeLessThanOrEqual(1024);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
  });

  it('says the finding, how many runs there are, and where they differ most', () => {
    const result = repeats(10);
    const text = altText(result, story, english);
    const { spread, widestAt } = result.before;
    expect(text).toContain('10 calls, same weights, same input: spread up to 0.21.');
    expect(text).toContain(
      `Above, “Before: dropout left on”: 10 lines, farthest apart at time step ${result.timeSteps[widestAt]}, by ${amount(spread)}.`,
    );
    expect(text).toContain(
      'Below, “After the fix: 10 identical outputs”: 10 lines, repeats identical (spread 0).',
    );
  });

  it('says what each setting gives, and that repeats are a flat line', () => {
    const result = swept(['0.01', '0.1']);
    const [first = 0, second = 0] = result.sweep?.curves[0] ?? [];
    const text = altText(result, { ...story, axis: 'Learning rate' }, english);
    expect(text).toContain('of a value (Error) by setting (Learning rate)');
    expect(text).toContain(`0.01: ${amount(first)}, 0.1: ${amount(second)}.`);
    expect(text).toContain('the same from 1 more sets of initial weights');
    expect(text).toContain('a flat line at 0');
  });

  it('says the error where that is what counts', () => {
    const result = wrong();
    const text = altText(result, story, english);
    expect(text).toContain(`root mean squared error ${amount(result.before.error)}`);
    expect(text).toContain('farthest from the dashed target');
  });

  it('says that last bits are shown on a log axis, and from what the distances are', () => {
    expect(altText(lastBits(), story, english)).toMatch(/log axis with 0.*double precision/);
    expect(altText(lastBits('first'), story, english)).toMatch(/log axis with 0.*batches of 1/);
  });
});
