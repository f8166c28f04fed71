import { expect, it } from 'vitest';
import { chartConfig } from '../../src/charts/index.ts';
import { checkParameters, runDemo } from '../../src/demos/index.ts';
import { createEngine, type EngineChoice } from '../../src/lstm/index.ts';
import { wordsFor } from '../../src/words/index.ts';

/** The chart of a demo: everything in it but numbers, and its numbers. */
async function chartOf(engine: EngineChoice): Promise<{ drawing: string; numbers: number[] }> {
  const checked = checkParameters({ cause: 'dropout', runs: 2, seed: '7' });
  if (!checked.ok) throw new Error();
  const result = await runDemo(await createEngine(engine), checked.parameters);
  const { tell, chart } = wordsFor('en');
  const numbers: number[] = [];
  const config = chartConfig(result, tell(result), chart);
  const drawing = JSON.stringify(config, (_key, value: unknown) =>
    typeof value === 'number' ? `number ${numbers.push(value)}` : value,
  );
  return { drawing, numbers };
}

it('the kernel and TensorFlow.js draw the same chart from the same draws', async () => {
  const [kernel, tfjs] = [await chartOf('kernel'), await chartOf('tfjs')];
  expect(kernel.drawing).toBe(tfjs.drawing);
  // The outputs differ by less than a pixel is high.
  kernel.numbers.forEach((value, i) => expect(value).toBeCloseTo(tfjs.numbers[i] ?? Number.NaN, 2));
});
