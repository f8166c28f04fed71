import { beforeAll, describe, expect, test } from 'vitest';
import {
  checkParameters,
  demoIds,
  formOf,
  isDescribed,
  nameSeries,
  parseReplay,
  runDemo,
  variantsOf,
  type DemoResult,
} from '../../src/demos/index.ts';
import { ownTask } from '../../src/demos/task.ts';
import { createEngine, type Engine } from '../../src/lstm/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';

const series = (count: number) =>
  nameSeries(Array.from({ length: count }, (_, i) => 1000 + 5 * ((i % 16) - ((i * 7) % 5))));

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('kernel');
});

async function run(cause: string, variant: string, data = series(80)): Promise<DemoResult> {
  const { fewestRuns = 2 } = formOf({ cause, variant } as Parameters<typeof formOf>[0]);
  const checked = checkParameters({ cause, variant, runs: fewestRuns, seed: '7', data });
  if (!checked.ok) throw new Error(`${cause} ${variant} refuses.`);
  return runDemo(engine, checked.parameters);
}

const forms = demoIds.flatMap((cause) => variantsOf(cause).map((variant) => ({ cause, variant })));

test('it is scaled to mean 0 and standard deviation 1 by what is trained on', () => {
  const task = ownTask(series(500).values);
  expect(task).toMatchObject({ trainingLength: 440, forecastFrom: 440, forecastLength: 60 });
  const known = task.series.slice(0, 440);
  const mean = known.reduce((sum, value) => sum + value, 0) / 440;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 440;
  expect(mean).toBeCloseTo(0, 10);
  expect(variance).toBeCloseTo(1, 10);
});

describe.each(forms.filter((form) => formOf(form).takesData))(
  '$cause $variant on the shortest series',
  ({ cause, variant }) => {
    test('says nothing of the toy, in any language, and keeps no values', async () => {
      const result = await run(cause, variant);
      expect(result.data).toEqual({ hash: series(80).hash, count: 80 });
      expect(result.before.outputs[0]).toHaveLength(16);
      expect(result.before.outputs.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
      expect(isDescribed(result)).toBe(false);
      for (const locale of locales) {
        const story = wordsFor(locale).tell(result);
        const all = JSON.stringify(story);
        expect(all).not.toMatch(/toy|玩具|\b60\b|new series|自己的序列、/);
        expect(all).toMatch(/Your series \(80 values|你的序列（80 个值|你的序列（80 個值/);
      }
    });
  },
);

test('all other forms refuse it, and name those that take it', () => {
  for (const form of forms.filter((each) => !formOf(each).takesData))
    expect(checkParameters({ ...form, seed: '7', data: series(80) })).toMatchObject({
      ok: false,
      problem: { field: 'data', known: expect.arrayContaining(['all ranking']) },
    });
});

test('a window leaves enough of a short series to train on', () => {
  const asked = { cause: 'compare', variant: 'window', seed: '7', data: series(80) };
  expect(checkParameters({ ...asked, values: [12, 32] }).ok).toBe(true);
  expect(checkParameters({ ...asked, values: [12, 33] })).toMatchObject({
    problem: { field: 'values', high: 32 },
  });
});

test('the same series and seed give the same bytes; the code names the series, and is read back', async () => {
  const [first, second, other] = [
    await run('initial-weights', 'retrain'),
    await run('initial-weights', 'retrain'),
    await run('initial-weights', 'retrain', series(81)),
  ];
  expect(second.replay).toBe(first.replay);
  expect(other.hash).not.toBe(first.hash);
  expect(first.replay).toContain(`.~${series(80).hash}-80.`);
  expect(parseReplay(first.replay)?.parameters.data).toEqual({ hash: series(80).hash, count: 80 });
  expect(parseReplay(first.replay.replace('-80.', '-79.'))).toBeUndefined();
});

test('without the values it does not run on ours instead', async () => {
  const { hash, count } = series(80);
  const checked = checkParameters({ cause: 'dropout', seed: '7', data: { hash, count } });
  if (!checked.ok) throw new Error('It refuses.');
  await expect(runDemo(engine, checked.parameters)).rejects.toThrow('not here');
});
