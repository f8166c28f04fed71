import { describe, expect, it } from 'vitest';
import { forecastAhead, forecastAll, questionOf } from '../../src/demos/forecast.ts';
import { train, usualRecipe } from '../../src/demos/recipe.ts';
import { forecastLength, longestWindow, makeSeries, trainingLength } from '../../src/demos/task.ts';
import {
  createEngine,
  drawWeights,
  oneByOne,
  type Engine,
  type Windows,
} from '../../src/lstm/index.ts';

const kernel = await createEngine('kernel');
const asking = (predict: Engine['predict']): Engine => ({
  ...kernel,
  predict,
  ...oneByOne({ ...kernel, predict }),
});
const weights = drawWeights('7', 0, { inputFeatures: 1, units: 3 });

describe('a forecast ahead', () => {
  const { known, target } = questionOf(
    Array.from({ length: 400 }, (_, i) => i),
    3,
  );

  it('goes on where what is known ends, and its target is what came next', () => {
    const now = trainingLength + longestWindow;
    expect(Array.from(known.values)).toEqual([now - 3, now - 2, now - 1]);
    expect([target[0], target.length]).toEqual([now, forecastLength]);
  });

  it('asks each time with its own forecasts as the newest values', () => {
    const asked: number[][] = [];
    const counting = asking((_weights, { values }: Windows) => {
      asked.push(Array.from(values));
      return Float32Array.of(-asked.length);
    });
    const outputs = forecastAhead(counting, weights, known);
    expect(Array.from(outputs.slice(0, 3))).toEqual([-1, -2, -3]);
    const [first = 0, second = 0, third = 0] = known.values;
    expect(asked.slice(0, 4)).toEqual([
      [first, second, third],
      [second, third, -1],
      [third, -1, -2],
      [-1, -2, -3],
    ]);
    expect(asked).toHaveLength(forecastLength);
    expect(Array.from(known.values)).toEqual([first, second, third]);
  });

  it('of several models is what each of them forecasts alone, as far ahead as it was asked', () => {
    const others = [1, 2].map((index) => drawWeights('7', index, { inputFeatures: 1, units: 3 }));
    const [first = weights, second = weights] = others;
    const longer = { ...known, values: Float32Array.of(0.5, ...known.values), timeSteps: 4 };
    expect(
      forecastAll(kernel, [
        { weights: first, known },
        { weights: second, known: longer, length: 7 },
      ]),
    ).toEqual([forecastAhead(kernel, first, known), forecastAhead(kernel, second, longer, {}, 7)]);
  });

  it('gives each call its own row of the masks', () => {
    const recurrentDropoutMask = Float32Array.from({ length: 3 * forecastLength }, (_, i) => i);
    const seen: number[][] = [];
    const watching = asking((_weights, _windows, conditions) => {
      seen.push(Array.from(conditions?.recurrentDropoutMask ?? []));
      return Float32Array.of(0);
    });
    forecastAhead(watching, weights, known, { recurrentDropoutMask });
    expect([seen[0], seen[1], seen.length]).toEqual([[0, 1, 2], [3, 4, 5], forecastLength]);
  });
});

it('the kernel and TensorFlow.js, trained by one recipe, forecast the same to a hundredth', async () => {
  const recipe = usualRecipe('7');
  const { known } = questionOf(makeSeries('7'), recipe.settings.timeSteps);
  const [ours, theirs] = [kernel, await createEngine('tfjs')].map((engine) =>
    forecastAhead(engine, train(engine, recipe), known),
  );
  ours?.forEach((value, at) => expect(Math.abs(value - (theirs?.[at] ?? NaN))).toBeLessThan(0.01));
}, 120_000);
