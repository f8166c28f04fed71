import type { PageId } from '../../src/ids.ts';
import { usualRecipe, type Recipe } from '../../src/demos/index.ts';
import type { SignatureId, Trained } from '../../src/outputs-check/index.ts';
import { cutWindows, mostValues, type Source } from './source.ts';
import {
  rate,
  times,
  oneMask,
  forecastWithDropout,
  mapWeights,
  toBfloat16,
  subsetOf,
  sampled,
} from './varied.ts';

/** Makes files of one kind with a real LSTM. */
export interface Maker {
  readonly name: string;
  /** What should be found. */
  readonly signatures: readonly SignatureId[];
  /** The cause that is at work, where one is. */
  readonly page?: PageId;
  /** What the person would answer. */
  readonly trained: Trained;
  /** [runs][mostValues] */
  readonly make: (source: Source, runs: number) => number[][] | Promise<number[][]>;
}

/** A few batches between the calls: the model moves on, or, at a high learning rate, jumps to and fro. */
const trainedFurther = (name: string, learningRate: number): Maker => ({
  name,
  signatures: ['ordered', 'settling', 'settled'],
  page: 'saved-model',
  trained: 'once',
  make: ({ predict, checkpoints, stream }, runs) => {
    const every = 5 + Math.floor(10 * stream.uniform());
    // From a model that has just begun to learn to one that is nearly done.
    const skipped = 1 + Math.floor((150 * stream.uniform()) / every);
    const weights = checkpoints(every, skipped + runs, learningRate).slice(skipped);
    return weights.map((each) => predict(each));
  },
});

/** Models trained anew, each asked once. */
const trainedAnew = (
  name: string,
  page: PageId,
  vary: (recipe: Recipe, run: number) => Recipe,
): Maker => ({
  name,
  signatures: ['independent'],
  page,
  trained: 'each',
  make: ({ predict, retrain }, runs) =>
    times(runs, (run) => predict(retrain((recipe) => vary(recipe, run)))),
});

export const makers: readonly Maker[] = [
  {
    name: 'a NaN in the input of some runs',
    signatures: ['not-finite'],
    page: 'data-set',
    trained: 'once',
    make: ({ request, predict, weights, stream }, runs) => {
      const broken = Math.floor(stream.uniform() * runs);
      return times(runs, (run) => {
        if (run !== broken) return predict(weights);
        const values = request.values.slice();
        values[0] = Number.NaN;
        return predict(weights, {}, { ...request, values });
      });
    },
  },
  {
    name: 'the same call',
    signatures: ['identical'],
    trained: 'once',
    make: ({ predict, weights }, runs) => times(runs, () => predict(weights)),
  },
  {
    name: 'additions in another order',
    signatures: ['last-bits'],
    page: 'floating-point',
    trained: 'once',
    make: ({ demo }, runs) => demo({ cause: 'floating-point', variant: 'addition-order' }, runs),
  },
  {
    name: 'state carried from call to call',
    signatures: ['settled', 'settling'],
    page: 'carried-state',
    trained: 'once',
    make: ({ demo }, runs) => demo({ cause: 'carried-state', variant: 'within-predict' }, runs),
  },
  {
    name: 'classes drawn from the outputs',
    signatures: ['whole-numbers'],
    page: 'sampling-temperature',
    trained: 'once',
    make: (source, runs) => {
      const classes = 2 + Math.floor(8 * source.stream.uniform());
      return times(runs, () => sampled(source, classes));
    },
  },
  {
    name: 'a shuffled test loader',
    signatures: ['reordered'],
    page: 'batch-order',
    trained: 'once',
    // `makeFile` shuffles what is kept of them.
    make: ({ predict, weights }, runs) => times(runs, () => predict(weights)),
  },
  {
    name: 'a window moved by up to three',
    signatures: ['shifted'],
    page: 'time-steps',
    trained: 'once',
    make: ({ predict, weights, seed, stream }, runs) => {
      const { windows } = usualRecipe(seed).examples;
      const last = windows.samples - mostValues;
      return times(runs, (run) =>
        predict(
          weights,
          {},
          cutWindows(windows, last - (run < 2 ? run : Math.floor(4 * stream.uniform()))),
        ),
      );
    },
  },
  {
    name: 'bfloat16 in every second run',
    signatures: ['versions'],
    page: 'reduced-precision',
    trained: 'once',
    make: ({ predict, weights }, runs) => {
      const low = mapWeights(weights, toBfloat16);
      return times(runs, (run) => predict(run % 2 === 0 ? weights : low));
    },
  },
  {
    name: 'two files of weights by turns',
    signatures: ['versions'],
    page: 'saved-model',
    trained: 'once',
    make: ({ predict, weights, checkpoints, stream }, runs) => {
      const [, other = weights] = checkpoints(60, 2);
      return times(runs, (run) =>
        predict((run < 3 ? run === 1 : stream.uniform() < 0.5) ? other : weights),
      );
    },
  },
  {
    name: 'outputs scaled back by different scalers',
    signatures: ['rescaled'],
    page: 'saved-model',
    trained: 'once',
    make: ({ predict, weights, stream }, runs) => {
      const outputs = predict(weights);
      return times(runs, () => {
        const [factor, offset] = [1 + 0.1 * stream.normal(), 0.05 * stream.normal()];
        return outputs.map((output) => Math.fround(factor * output + offset));
      });
    },
  },
  trainedFurther('trained further between the calls', 0.003),
  trainedFurther('the same at a high learning rate', 0.02),
  {
    name: 'dropout left on, a mask for each window',
    signatures: ['independent'],
    page: 'dropout',
    trained: 'once',
    make: ({ demo }, runs) => demo({ cause: 'dropout', variant: 'inference' }, runs),
  },
  {
    name: 'dropout left on, a mask for each call',
    signatures: ['independent'],
    page: 'dropout',
    trained: 'once',
    make: (source, runs) =>
      times(runs, (run) =>
        source.predict(source.weights, { recurrentDropoutMask: oneMask(source, run) }),
      ),
  },
  {
    name: 'dropout left on, forecast fed back',
    signatures: ['independent'],
    page: 'dropout',
    trained: 'once',
    make: (source, runs) => times(runs, (run) => forecastWithDropout(source, run)),
  },
  trainedAnew('trained from new initial weights', 'initial-weights', (recipe, run) => ({
    ...recipe,
    weights: run,
  })),
  trainedAnew('trained in a new batch order', 'batch-order', (recipe, run) => ({
    ...recipe,
    batches: run,
  })),
  trainedAnew('trained with new dropout masks', 'dropout', (recipe, run) => ({
    ...recipe,
    dropout: { index: run, rate },
  })),
  trainedAnew('trained on a new subset', 'data-set', (recipe, run) => ({
    ...recipe,
    examples: subsetOf(recipe, run),
  })),
  {
    name: 'state left by requests of others',
    signatures: ['independent'],
    page: 'carried-state',
    trained: 'once',
    make: ({ demo }, runs) => demo({ cause: 'carried-state', variant: 'between-calls' }, runs),
  },
];
