import { describe, expect, it } from 'vitest';
import { clean, spoil, zeroForMissing } from '../../src/demos/dirt.ts';
import {
  cutExamples,
  elsewhere,
  familiar,
  forecastExamples,
  forecastLength,
  joinExamples,
  makeSeries,
  pickExamples,
  trainingExamples,
  trainingLength,
} from '../../src/demos/task.ts';
import { openStream } from '../../src/lstm/index.ts';

describe('the toy series', () => {
  it('is the same for the same seed and another for another seed', () => {
    expect(makeSeries('7')).toEqual(makeSeries('7'));
    expect(makeSeries('7')).not.toEqual(makeSeries('8'));
  });

  it('swings within about -1.1 and 1.1, and higher elsewhere', () => {
    expect(Math.max(...makeSeries('7', familiar).map(Math.abs))).toBeLessThan(1.1);
    const shifted = makeSeries('7', elsewhere);
    const mean = shifted.reduce((sum, value) => sum + value, 0) / shifted.length;
    expect(mean).toBeCloseTo(elsewhere.level, 1);
  });

  it('follows its two periods: a pointer that turns stays a sine', () => {
    const series = makeSeries('7');
    const sine = (t: number, period: number) => Math.sin((2 * Math.PI * (t + 1)) / period);
    const residual = series.map((value, t) => value - 0.6 * sine(t, 32) - 0.3 * sine(t, 13));
    expect(Math.max(...residual.map(Math.abs))).toBeLessThan(5 * 0.05);
  });
});

describe('examples', () => {
  const series = Array.from({ length: 400 }, (_, i) => i);

  it('hold the values before a point, and the point as target', () => {
    const { windows, targets } = cutExamples(series, { firstTarget: 5, count: 2, timeSteps: 3 });
    expect(Array.from(windows.values)).toEqual([2, 3, 4, 3, 4, 5]);
    expect(Array.from(targets)).toEqual([5, 6]);
  });

  it('for training end before those for forecasting begin', () => {
    const lastTrained = Math.max(...trainingExamples(series, 12).targets);
    const { windows } = forecastExamples(series, 60);
    expect(lastTrained).toBeLessThan(trainingLength);
    expect(Math.min(...windows.values)).toBeGreaterThan(lastTrained);
  });

  it('for forecasting have the same end points for every window length', () => {
    const targets = forecastExamples(series, 3).targets;
    expect(forecastExamples(series, 60).targets).toEqual(targets);
    expect(targets).toHaveLength(forecastLength);
  });

  it('can be picked and joined', () => {
    const examples = cutExamples(series, { firstTarget: 5, count: 3, timeSteps: 2 });
    const picked = pickExamples(examples, [2, 0]);
    expect(Array.from(picked.windows.values)).toEqual([5, 6, 3, 4]);
    const joined = joinExamples(picked, examples);
    expect(Array.from(joined.targets)).toEqual([7, 5, 5, 6, 7]);
    expect(joined.windows).toMatchObject({ samples: 5, timeSteps: 2 });
  });
});

describe('dirty data', () => {
  it('have gaps and gross errors in about the stated shares', () => {
    const spoiled = spoil(
      Array.from({ length: 10_000 }, () => 0),
      openStream('7', 'data', 1),
    );
    const missing = spoiled.filter(Number.isNaN).length / spoiled.length;
    const wrong = spoiled.filter((value) => Math.abs(value) > 1).length / spoiled.length;
    expect(missing).toBeCloseTo(0.06, 2);
    expect(wrong).toBeCloseTo(0.02, 2);
  });

  it('are read as 0 where missing by careless code', () => {
    expect(zeroForMissing([1, Number.NaN, 4])).toEqual([1, 0, 4]);
  });

  it('are filled on a straight line when cleaned, at the ends by the nearest value', () => {
    const gap = Number.NaN;
    expect(clean([gap, 1, gap, 4, 0.4, gap])).toEqual([1, 1, 0.8, 0.6, 0.4, 0.4].map(near));
  });
});

const near = (value: number): unknown => expect.closeTo(value, 12);
