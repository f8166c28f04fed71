import {
  openStream,
  predictInDoublePrecision,
  type Engine,
  type LstmWeights,
  type Windows,
} from '../../lstm/index.ts';
import { draws } from '../draws.ts';
import { rows, type Demo, type Given, type Plan, type Row } from '../plan.ts';
import { trainingOf, usualRecipe, usualSettings } from '../recipe.ts';
import { renumberUnits } from '../renumber.ts';
import { trainedOnce, withWeights, type RunDescription } from '../request.ts';
import { wholeRatios } from '../settings.ts';
import {
  cutExamples,
  forecastExamples,
  forecastLength,
  longestWindow,
  makeSeries,
  trainingLength,
} from '../task.ts';

/** ONE model, trained once on the first engine, and the usual question. */
function openCase(engine: Engine, seed: string) {
  const recipe = usualRecipe(seed);
  const { windows, targets: target } = forecastExamples(makeSeries(seed), usualSettings.timeSteps);
  const trained = trainedOnce(engine, () => trainingOf(recipe)).weights;
  const exact = () => predictInDoublePrecision(trained(), windows);
  return { trained, windows, target, exact, units: recipe.settings.units };
}

/** The same weights and the same question, by one engine after the other; then each engine compared with itself. */
function enginesPlan(
  engine: Engine,
  seed: string,
  runs: number,
  { present = [engine] }: Given = {},
): Plan {
  const { trained, windows, target, exact } = openCase(engine, seed);
  const row = (on: Engine, group: number): Row => ({
    label: on.name,
    group,
    output: () => on.predict(trained(), windows),
  });
  const asked = Array.from({ length: runs }, (_, run) => present[run % present.length] ?? engine);
  const distinct = [...new Set(asked)];
  const again = Array.from({ length: Math.max(2, Math.ceil(runs / distinct.length)) });
  return {
    before: { rows: asked.map((on) => row(on, 0)), target },
    after: { rows: distinct.flatMap((on, group) => again.map(() => row(on, group))), target },
    measure: 'spread',
    rounding: { exact, from: 'exact' },
  };
}

const largestBatch = 64;
const batchSizes = wholeRatios(1, largestBatch);

/** The same windows in batches of 1, then of more, on every engine; then each batch size compared with itself. */
function batchSizePlan(
  engine: Engine,
  seed: string,
  runs: number,
  { present = [engine] }: Given = {},
): Plan {
  const { trained, target, exact } = openCase(engine, seed);
  const { windows } = cutExamples(makeSeries(seed), {
    firstTarget: trainingLength + longestWindow + forecastLength - largestBatch,
    count: largestBatch,
    timeSteps: usualSettings.timeSteps,
  });
  const row = (on: Engine, size: number, group: number): Row => ({
    label: `${on.name} ${size}`,
    group,
    output: () => predictInBatches(on, trained(), windows, size).slice(-forecastLength),
  });
  const asked = present.flatMap((on, group) =>
    batchSizes(runs).map((size) => ({ on, size, group })),
  );
  return {
    before: { rows: asked.map(({ on, size, group }) => row(on, size, group)), target },
    after: {
      rows: asked.flatMap(({ on, size }, group) => [row(on, size, group), row(on, size, group)]),
      target,
    },
    measure: 'spread',
    rounding: { exact, from: 'first' },
  };
}

function predictInBatches(
  engine: Engine,
  weights: LstmWeights,
  windows: Windows,
  size: number,
): Float32Array {
  const length = windows.timeSteps * windows.features;
  const outputs = new Float32Array(windows.samples);
  for (let start = 0; start < windows.samples; start += size) {
    const values = windows.values.subarray(start * length, (start + size) * length);
    const batch = { ...windows, values, samples: values.length / length };
    outputs.set(engine.predict(weights, batch), start);
  }
  return outputs;
}

/**
 * The same model with its hidden units numbered otherwise each time: the same function, but the sums over the units are
 * added up in another order.
 */
function additionOrderPlan(engine: Engine, seed: string, runs: number): Plan {
  const { trained, windows, target, exact, units } = openCase(engine, seed);
  const renumbered = (run: number): RunDescription => ({
    model: withWeights(() =>
      renumberUnits(
        trained(),
        openStream(seed, 'weights', draws.weights.anew + run).permutation(units),
      ),
    ),
    request: { kind: 'next', windows },
  });
  return {
    before: { rows: rows(engine, runs, renumbered), target },
    after: { rows: rows(engine, runs, () => renumbered(0)), target },
    measure: 'spread',
    rounding: { exact, from: 'exact' },
  };
}

export const floatingPoint: Demo<'floating-point'> = {
  engines: { defaultRuns: 4, comparesEngines: true, plan: enginesPlan },
  'batch-size': { defaultRuns: 2, comparesEngines: true, plan: batchSizePlan },
  'addition-order': { defaultRuns: 8, plan: additionOrderPlan },
};
