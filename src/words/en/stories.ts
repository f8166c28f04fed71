import { showsDistribution, type Comparison, type DemoResult } from '../../demos/index.ts';
import { amount } from '../numbers.ts';
import type { Story } from '../story.ts';
import { distribution, keyTo } from './distribution.ts';
import { tellGrowth } from './growth.ts';
import { tellRanking } from './ranking.ts';
import { before, list, onlyToy, range, same, settings, type Tell, type Told } from './telling.ts';
import { trainedModelStories } from './trained-model-stories.ts';

const spreadOver = (result: Comparison): string =>
  settings(result) < result.runs
    ? ` The ${result.runs} runs are spread evenly over these ${settings(result)} settings.`
    : '';
const mostZeros = (result: Comparison): string => (result.before.labels.at(-1) ?? '').slice(1);

/** One story for each variant of each demo; what they claim stands in the result, or they don't claim it. */
const tellers: Record<string, Tell> = {
  ...trainedModelStories,
  'initial-weights/retrain': (result) => ({
    title: [
      `Trained ${result.runs} times, other initial weights:`,
      `spread up to ${before(result)}`,
    ],
    subtitle: 'Same data, same batch order. Dashed: target.',
    before: 'Before: other initial weights',
    after: `Fixed seed: trained ${result.runs} times again`,
    finding:
      `${result.runs} trainings on the same data in the same batch order, each from **other initial weights**: their forecasts are up to **${before(result)}** apart. ` +
      `With the initial weights fixed as well, ${same(result)}. ` +
      `A model that is already trained and saved keeps its weights: there this is not the cause. ${onlyToy}`,
  }),
  'batch-order/retrain': (result) => ({
    title: [`Trained ${result.runs} times, other batch order:`, `spread up to ${before(result)}`],
    subtitle: 'Same initial weights, same data. Dashed: target.',
    before: 'Before: shuffled otherwise each time',
    after: `Fixed order: trained ${result.runs} times again`,
    finding:
      `${result.runs} trainings from the same initial weights on the same data, only the **order of the mini-batches** differs: their forecasts are up to **${before(result)}** apart. ` +
      `In the same order, ${same(result)}. ` +
      `The order acts while training; a trained model has none. ${onlyToy}`,
  }),
  'dropout/inference': (result) => ({
    title: [`${result.runs} calls, same weights, same input:`, `spread up to ${before(result)}`],
    subtitle: 'One trained LSTM, called again and again. Dashed: target.',
    before: 'Before: dropout left on',
    after: 'Inference mode: dropout off',
    finding:
      `**One** trained model, called ${result.runs} times with the same input while **dropout was left on**: the outputs are up to **${before(result)}** apart. ` +
      `In inference mode, ${same(result)}. The rate is the same in every call, only which units are dropped is drawn anew. ${onlyToy}`,
  }),
  'dropout/training': (result) => ({
    title: [`Trained ${result.runs} times, other dropout masks:`, `spread up to ${before(result)}`],
    subtitle: 'Same initial weights, same batches. Asked in inference mode.',
    before: 'Before: other masks while training',
    after: `Same masks: trained ${result.runs} times again`,
    finding:
      `${result.runs} trainings from the same initial weights in the same batch order, only the **dropout masks during training** differ: the forecasts, made with dropout off, are up to **${before(result)}** apart. ` +
      `With the same masks, ${same(result)}. ${onlyToy}`,
  }),
  'time-steps/length': (result) => ({
    title: [`One model, ${settings(result)} window lengths:`, `spread up to ${before(result)}`],
    subtitle: 'Same weights, same end points. Dashed: target.',
    before: `Before: ${range(result)} time steps`,
    after: `Same window, ${result.after.outputs.length} calls`,
    finding:
      `**One** trained model, asked about the same end points with windows of ${list(result)} time steps: the outputs are up to **${before(result)}** apart. ` +
      `With the window it was trained on, ${same(result)}. ` +
      `So time steps are no chance: the output is a function of the whole window, and another window is another input. ${onlyToy}`,
  }),
  'time-steps/alignment': (result) => ({
    title: [
      `Same values, 0 to ${mostZeros(result)} zeros behind them:`,
      `spread up to ${before(result)}`,
    ],
    subtitle: 'One trained LSTM, padded without a mask. Dashed: target.',
    before: `Before: ${range(result)} zeros`,
    after: `Same alignment, ${result.after.outputs.length} calls`,
    finding:
      `**One** trained model, the same values, but 0 to ${mostZeros(result)} **padding zeros behind them** and no mask: the outputs are up to **${before(result)}** apart. ` +
      `With the same alignment, ${same(result)}. The model reads padding as data unless a mask tells it not to. ${onlyToy}`,
  }),
  'hyperparameters/learning-rate': (result) => setting(result, 'learning rate', 'learning rates'),
  'hyperparameters/hidden-units': (result) => {
    const told = setting(result, 'number of hidden units', 'numbers of hidden units');
    return {
      ...told,
      finding: `${told.finding} Another number of units needs initial weights of another shape, so these are drawn from the same seed but can't be the same.`,
    };
  },
  'hyperparameters/clipping': (result) =>
    setting(result, 'clipping threshold', 'clipping thresholds'),
  'data-set/sampling': (result) => ({
    title: [`Trained on ${result.runs} random subsets:`, `spread up to ${before(result)}`],
    subtitle: 'Same initial weights, same seed for batches. Dashed: target.',
    before: 'Before: another 40% of the data each time',
    after: `Saved split: trained ${result.runs} times again`,
    finding:
      `${result.runs} trainings from the same initial weights, each on **another random 40% of the data**: the forecasts are up to **${before(result)}** apart. ` +
      `On one saved split, ${same(result)}. ${onlyToy}`,
  }),
  'data-set/shift': (result) => ({
    title: [
      'Data from elsewhere: wrong, but the same each time',
      `(error ${amount(result.before.error)}, spread ${before(result)})`,
    ],
    subtitle: `The same question ${result.runs} times. Dashed: what should come out.`,
    before: 'Before: trained on familiar data only',
    after: 'Trained on data from both places',
    finding:
      `A trained model was asked ${result.runs} times about a series from **elsewhere** (higher, swinging faster): it is wrong, ${amount(result.before.error)} off on average (root mean square), yet ` +
      `${result.before.identical ? 'every time with the same bits' : `with a spread of ${before(result)}`}. ` +
      `A shift makes a model wrong, not variable. Trained on data that cover both places, it is ${amount(result.after.error)} off. ${onlyToy}`,
  }),
  'data-set/dirty': (result) => ({
    title: [
      `Other gaps and errors in the data, ${result.runs} times:`,
      `spread up to ${before(result)}`,
    ],
    subtitle: '6% missing (read as 0), 2% wrong. Dashed: target.',
    before: 'Before: trained on the data as they came',
    after: 'Cleaned first, then trained',
    finding:
      `${result.runs} trainings on the same series, each time with **other values missing or wrong**: the forecasts are up to **${before(result)}** apart. ` +
      `Cleaned before training (gaps and impossible values filled on a straight line), ${same(result)}. ` +
      `What remains is what cleaning can't bring back: a filled gap is a guess. ${onlyToy}`,
  }),
};

function setting(result: Comparison, one: string, many: string): Told {
  const short = one.replace('number of ', '');
  return {
    title: [`Same seed, ${settings(result)} ${many}:`, `spread up to ${before(result)}`],
    subtitle: `Same data, same batch order. Dashed: target.`,
    before: `Before: ${short} ${range(result)}`,
    after: 'Each setting trained twice',
    finding:
      `${settings(result)} trainings with the same seed, only the **${one}** differs (${list(result)}): the forecasts are up to **${before(result)}** apart. ` +
      `Each setting trained a second time: ${result.after.identical ? 'the same bits as the first time, for every one' : `up to ${amount(result.after.spread)} apart`}. ` +
      `So the setting matters, and it isn't chance. ${onlyToy}`,
  };
}

const measureOf = (result: Comparison, side: 'before' | 'after'): string =>
  result.measure === 'error'
    ? `error ${amount(result[side].error)}`
    : result[side].identical
      ? 'spread 0'
      : `spread up to ${amount(result[side].spread)}`;

function tellComparison(result: Comparison): Story {
  const tell = tellers[`${result.cause}/${result.variant}`];
  if (!tell) throw new Error(`No story for ${result.cause}/${result.variant}.`);
  const { before: atWork, after: fixed, ...told } = tell(result);
  return {
    ...told,
    ...(showsDistribution(result) && {
      subtitle: keyTo(result),
      finding: `${told.finding}${spreadOver(result)} ${distribution(result)}`,
    }),
    headings: [
      { text: atWork, measure: measureOf(result, 'before') },
      { text: fixed, measure: measureOf(result, 'after') },
    ],
  };
}

export const stories = {
  /** The result in words. */
  tell(result: DemoResult): Story {
    switch (result.kind) {
      case 'comparison':
        return tellComparison(result);
      case 'ranking':
        return tellRanking(result);
      case 'growth':
        return tellGrowth(result);
    }
  },
};
