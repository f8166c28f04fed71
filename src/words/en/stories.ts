import type { ComparisonFacts } from '../facts.ts';
import type { ComparisonStories, ComparisonStory } from '../story.ts';
import { trainedModelStories } from './trained-model-stories.ts';

const ahead = 'Forecast 60 steps ahead, fed back.';

/** One story for each variant of each demo; what they claim stands in the facts, or they don't claim it. */
export const comparisons: ComparisonStories = {
  ...trainedModelStories,
  'initial-weights': {
    retrain: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `${runs} trainings from different initial weights:`,
      subtitle: `Same data, same batch order. ${ahead}`,
      before: 'Before: different initial weights',
      after: `Fixed seed: trained ${runs} times again`,
      finding:
        `${runs} trainings on the same data in the same batch order, each from **different initial weights**. Each model then forecasts 60 time steps ahead, every output fed back as its next input: the forecasts spread by **${spread}** and are up to **${farthest}** apart. ` +
        `With fixed initial weights, ${same}. ` +
        `A model that is trained and saved keeps its weights, so this isn’t the cause there. ${onlyToy}`,
    }),
  },
  'batch-order': {
    retrain: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `${runs} trainings in different batch orders:`,
      subtitle: `Same initial weights, same data. ${ahead}`,
      before: 'Before: shuffled differently each time',
      after: `Fixed order: trained ${runs} times again`,
      finding:
        `${runs} trainings from the same initial weights on the same data; only the **order of the mini-batches** differs. Their forecasts 60 time steps ahead, every output fed back, spread by **${spread}** and are up to **${farthest}** apart. ` +
        `In the same order, ${same}. ` +
        `The order acts in training only; a trained model has none. ${onlyToy}`,
    }),
  },
  dropout: {
    inference: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `${runs} calls, same weights, same input:`,
      subtitle: 'One trained LSTM, called again and again. One step ahead.',
      before: 'Before: dropout left on',
      after: 'Inference mode: dropout off',
      finding:
        `**One** trained model, called ${runs} times with the same input while **dropout was left on**: the outputs spread by **${spread}** and are up to **${farthest}** apart. ` +
        `In inference mode, ${same}. The dropout rate is the same in every call; which units are dropped is drawn anew at every call. ${onlyToy}`,
    }),
    training: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `${runs} trainings with different dropout masks:`,
      subtitle: `Same initial weights, same batches. ${ahead}`,
      before: 'Before: different masks in training',
      after: `Same masks: trained ${runs} times again`,
      finding:
        `${runs} trainings from the same initial weights in the same batch order; only the **dropout masks in training** differ. With dropout off, their forecasts 60 time steps ahead spread by **${spread}** and are up to **${farthest}** apart. ` +
        `With the same masks, ${same}. ${onlyToy}`,
    }),
  },
  'time-steps': {
    length: ({ sweep, onlyToy }) => ({
      title: [`One model, ${sweep.count} window lengths:`, `error ${sweep.range}`],
      subtitle: [
        `One trained LSTM, same end points. Dotted: it was trained with ${sweep.usual}.`,
        'Error: root mean square distance from the target, one step ahead.',
      ],
      axis: 'Time steps in the window',
      before: 'Error by length of the window',
      after: 'Same window again, minus the first time',
      finding:
        `**One** trained model, asked about the same end points with windows of ${sweep.list} time steps. Its error goes from **${sweep.lowest}** (${sweep.lowestAt} time steps) to **${sweep.highest}** (${sweep.highestAt}); it was trained with ${sweep.usual}. ` +
        `Asked a second time with the same window: ${sweep.again}. ` +
        `So this isn’t chance: the output is a function of the whole window, and a different window is a different input. ${onlyToy}`,
    }),
    alignment: ({ sweep, onlyToy }) => ({
      title: [`The same values, padded with 0 to ${sweep.last} zeros:`, `error ${sweep.range}`],
      subtitle: [
        'One trained LSTM, zeros behind the values, no mask. Dotted: no padding.',
        'Error: root mean square distance from the target, one step ahead.',
      ],
      axis: 'Zeros behind the 24 values',
      before: 'Error by number of zeros',
      after: 'Same padding again, minus the first time',
      finding:
        `**One** trained model and the same values, but with 0 to ${sweep.last} **padding zeros behind them** and no mask: the error goes from **${sweep.lowest}** (${sweep.lowestAt} zeros) to **${sweep.highest}** (${sweep.highestAt} zeros). ` +
        `Asked a second time with the same padding: ${sweep.again}. The model reads padding as data unless a mask tells it not to. ${onlyToy}`,
    }),
  },
  hyperparameters: {
    'learning-rate': (facts) =>
      setting(facts, { one: 'learning rate', many: 'learning rates', axis: 'Learning rate' }),
    'hidden-units': (facts) =>
      setting(facts, {
        one: 'number of hidden units',
        many: 'numbers of hidden units',
        axis: 'Hidden units',
        note: 'Models of different sizes can’t start from the same weights: theirs are drawn from the same seed in different shapes. ',
      }),
    clipping: (facts) =>
      setting(facts, {
        one: 'clipping threshold',
        many: 'clipping thresholds',
        axis: 'Largest norm of the gradients',
      }),
  },
  'data-set': {
    sampling: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `${runs} trainings on random subsets of the data:`,
      subtitle: `Same initial weights, same batch seed. ${ahead}`,
      before: 'Before: a new 40% of the data each time',
      after: `Saved split: trained ${runs} times again`,
      finding:
        `${runs} trainings from the same initial weights, each on **a new random 40% of the data**: their forecasts 60 time steps ahead spread by **${spread}** and are up to **${farthest}** apart. ` +
        `On one saved split, ${same}. ${onlyToy}`,
    }),
    shift: ({ runs, error, errorAfter, yardstick, everyTime, onlyToy }) => ({
      title: [
        'Data the model never saw: wrong, but always the same',
        `(error ${error}; on familiar data ${yardstick})`,
      ],
      subtitle: `The same question ${runs} times, one step ahead. Dashed: what should come out.`,
      before: 'Before: trained on familiar data only',
      after: 'Trained on data from both places',
      finding:
        `A trained model was asked ${runs} times about a series from **elsewhere** (higher, swinging faster). It is off by **${error}** on average (root mean square); on data like its training data it is off by ${yardstick}. ` +
        `${everyTime} ` +
        `A shift makes a model wrong, not variable. Trained on data from both places, it is off by ${errorAfter}. ${onlyToy}`,
    }),
    dirty: ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `Different gaps and errors in the data, ${runs} times:`,
      subtitle: `6% missing (read as 0), 2% wrong. ${ahead}`,
      before: 'Before: trained on the data as they came',
      after: 'Cleaned first, then trained',
      finding:
        `${runs} trainings on the same series, each time with **different values missing or wrong**: their forecasts 60 time steps ahead spread by **${spread}** and are up to **${farthest}** apart. ` +
        `Cleaned before training (gaps and impossible values filled on a straight line), ${same}. ` +
        `What remains is what cleaning can’t bring back: a filled gap is a guess. ${onlyToy}`,
    }),
  },
};

/** `note`: what is to be said of this setting alone, first. */
function setting(
  { sweep, onlyToy }: ComparisonFacts,
  { one, many, axis, note = '' }: { one: string; many: string; axis: string; note?: string },
): ComparisonStory {
  const dotted = sweep.usual === '' ? '' : ` Dotted: the usual ${sweep.usual}.`;
  return {
    title: [`Same seed, ${sweep.count} ${many}:`, `error ${sweep.range}`],
    subtitle: [
      `Strong: the demo’s initial weights. Faint: 4 more.${dotted}`,
      'Error: root mean square distance from the target, 60 steps ahead.',
    ],
    axis,
    before: `Error by ${one}`,
    after: 'Second training minus first',
    finding:
      `${note}The same seed with ${sweep.count} ${many} (${sweep.list}): the error goes from **${sweep.lowest}** (at ${sweep.lowestAt}) to **${sweep.highest}** (at ${sweep.highestAt}). ` +
      `Each setting trained a second time: ${sweep.again}; so the setting changes the result by a fixed rule, not by chance. ` +
      `${sweep.seeds} ${onlyToy}`,
  };
}
