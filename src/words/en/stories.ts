import type { ComparisonFacts } from '../facts.ts';
import type { ComparisonStories, ComparisonStory } from '../story.ts';
import { onlyToy } from './phrases.ts';
import { trainedModelStories } from './trained-model-stories.ts';

/** One story for each variant of each demo; what they claim stands in the facts, or they don't claim it. */
export const comparisons: ComparisonStories = {
  ...trainedModelStories,
  'initial-weights': {
    retrain: ({ runs, spread, same }) => ({
      title: [`Trained ${runs} times, other initial weights:`, `spread up to ${spread}`],
      subtitle: 'Same data, same batch order. Dashed: target.',
      before: 'Before: other initial weights',
      after: `Fixed seed: trained ${runs} times again`,
      finding:
        `${runs} trainings on the same data in the same batch order, each from **other initial weights**: their forecasts are up to **${spread}** apart. ` +
        `With the initial weights fixed as well, ${same}. ` +
        `A model that is already trained and saved keeps its weights: there this is not the cause. ${onlyToy}`,
    }),
  },
  'batch-order': {
    retrain: ({ runs, spread, same }) => ({
      title: [`Trained ${runs} times, other batch order:`, `spread up to ${spread}`],
      subtitle: 'Same initial weights, same data. Dashed: target.',
      before: 'Before: shuffled otherwise each time',
      after: `Fixed order: trained ${runs} times again`,
      finding:
        `${runs} trainings from the same initial weights on the same data, only the **order of the mini-batches** differs: their forecasts are up to **${spread}** apart. ` +
        `In the same order, ${same}. ` +
        `The order acts while training; a trained model has none. ${onlyToy}`,
    }),
  },
  dropout: {
    inference: ({ runs, spread, same }) => ({
      title: [`${runs} calls, same weights, same input:`, `spread up to ${spread}`],
      subtitle: 'One trained LSTM, called again and again. Dashed: target.',
      before: 'Before: dropout left on',
      after: 'Inference mode: dropout off',
      finding:
        `**One** trained model, called ${runs} times with the same input while **dropout was left on**: the outputs are up to **${spread}** apart. ` +
        `In inference mode, ${same}. The rate is the same in every call, only which units are dropped is drawn anew. ${onlyToy}`,
    }),
    training: ({ runs, spread, same }) => ({
      title: [`Trained ${runs} times, other dropout masks:`, `spread up to ${spread}`],
      subtitle: 'Same initial weights, same batches. Asked in inference mode.',
      before: 'Before: other masks while training',
      after: `Same masks: trained ${runs} times again`,
      finding:
        `${runs} trainings from the same initial weights in the same batch order, only the **dropout masks during training** differ: the forecasts, made with dropout off, are up to **${spread}** apart. ` +
        `With the same masks, ${same}. ${onlyToy}`,
    }),
  },
  'time-steps': {
    length: ({ spread, same, settings, range, repeats, settingCount }) => ({
      title: [`One model, ${settingCount} window lengths:`, `spread up to ${spread}`],
      subtitle: 'Same weights, same end points. Dashed: target.',
      before: `Before: ${range} time steps`,
      after: `Same window, ${repeats} calls`,
      finding:
        `**One** trained model, asked about the same end points with windows of ${settings} time steps: the outputs are up to **${spread}** apart. ` +
        `With the window it was trained on, ${same}. ` +
        `So time steps are no chance: the output is a function of the whole window, and another window is another input. ${onlyToy}`,
    }),
    alignment: ({ spread, same, range, mostZeros, repeats }) => ({
      title: [`Same values, 0 to ${mostZeros} zeros behind them:`, `spread up to ${spread}`],
      subtitle: 'One trained LSTM, padded without a mask. Dashed: target.',
      before: `Before: ${range} zeros`,
      after: `Same alignment, ${repeats} calls`,
      finding:
        `**One** trained model, the same values, but 0 to ${mostZeros} **padding zeros behind them** and no mask: the outputs are up to **${spread}** apart. ` +
        `With the same alignment, ${same}. The model reads padding as data unless a mask tells it not to. ${onlyToy}`,
    }),
  },
  hyperparameters: {
    'learning-rate': (facts) => setting(facts, { one: 'learning rate', many: 'learning rates' }),
    'hidden-units': (facts) =>
      setting(facts, {
        one: 'number of hidden units',
        many: 'numbers of hidden units',
        short: 'hidden units',
        note: " Another number of units needs initial weights of another shape, so these are drawn from the same seed but can't be the same.",
      }),
    clipping: (facts) => setting(facts, { one: 'clipping threshold', many: 'clipping thresholds' }),
  },
  'data-set': {
    sampling: ({ runs, spread, same }) => ({
      title: [`Trained on ${runs} random subsets:`, `spread up to ${spread}`],
      subtitle: 'Same initial weights, same seed for batches. Dashed: target.',
      before: 'Before: another 40% of the data each time',
      after: `Saved split: trained ${runs} times again`,
      finding:
        `${runs} trainings from the same initial weights, each on **another random 40% of the data**: the forecasts are up to **${spread}** apart. ` +
        `On one saved split, ${same}. ${onlyToy}`,
    }),
    shift: ({ runs, spread, error, errorAfter, everyTime }) => ({
      title: [
        'Data from elsewhere: wrong, but the same each time',
        `(error ${error}, spread ${spread})`,
      ],
      subtitle: `The same question ${runs} times. Dashed: what should come out.`,
      before: 'Before: trained on familiar data only',
      after: 'Trained on data from both places',
      finding:
        `A trained model was asked ${runs} times about a series from **elsewhere** (higher, swinging faster): it is wrong, ${error} off on average (root mean square), yet ` +
        `${everyTime}. ` +
        `A shift makes a model wrong, not variable. Trained on data that cover both places, it is ${errorAfter} off. ${onlyToy}`,
    }),
    dirty: ({ runs, spread, same }) => ({
      title: [`Other gaps and errors in the data, ${runs} times:`, `spread up to ${spread}`],
      subtitle: '6% missing (read as 0), 2% wrong. Dashed: target.',
      before: 'Before: trained on the data as they came',
      after: 'Cleaned first, then trained',
      finding:
        `${runs} trainings on the same series, each time with **other values missing or wrong**: the forecasts are up to **${spread}** apart. ` +
        `Cleaned before training (gaps and impossible values filled on a straight line), ${same}. ` +
        `What remains is what cleaning can't bring back: a filled gap is a guess. ${onlyToy}`,
    }),
  },
};

/** `note`: what is to be said of this setting alone. */
function setting(
  { settingCount, spread, settings, range, again }: ComparisonFacts,
  {
    one,
    many,
    short = one,
    note = '',
  }: { one: string; many: string; short?: string; note?: string },
): ComparisonStory {
  return {
    title: [`Same seed, ${settingCount} ${many}:`, `spread up to ${spread}`],
    subtitle: `Same data, same batch order. Dashed: target.`,
    before: `Before: ${short} ${range}`,
    after: 'Each setting trained twice',
    finding:
      `${settingCount} trainings with the same seed, only the **${one}** differs (${settings}): the forecasts are up to **${spread}** apart. ` +
      `Each setting trained a second time: ${again}. ` +
      `So the setting matters, and it isn't chance. ${onlyToy}${note}`,
  };
}
