import { spreadsOfGroups, type Condition, type Comparison } from '../../demos/index.ts';
import { amount, passed } from '../numbers.ts';
import { before, list, onlyToy, range, same, settings, type Tell } from './telling.ts';

/** The stories of causes that act on a trained model: what it remembers, what computes it, and how it was loaded. */
export const trainedModelStories: Readonly<Record<string, Tell>> = {
  'carried-state/between-calls': (result) => ({
    title: [
      `The same request after others, ${result.runs} times:`,
      `spread up to ${before(result)}`,
    ],
    subtitle: 'One trained LSTM that keeps its state, windows of 4. Dashed: target.',
    before: 'Before: state left by other requests',
    after: 'State reset before the request',
    finding:
      `**One** trained model that keeps its state, asked the same ${result.runs} times, in windows of 4 values. Before each time it had answered the same eight requests of other people, **in another order**: the outputs are up to **${before(result)}** apart. ` +
      `With the state reset to zeros before the request, ${same(result)}. ` +
      `Weights and input stayed the same; what came before didn't. ${onlyToy}`,
  }),
  'carried-state/within-predict': (result) => ({
    title: [`One predict, ${result.runs} identical batches:`, `spread up to ${before(result)}`],
    subtitle: 'One trained LSTM, state carried on, windows of 4. Dashed: target.',
    before: 'Before: starts where the last batch ended',
    after: 'State reset before each batch',
    finding:
      `**One** trained model, one call with ${result.runs} batches that hold **the same windows** of 4 values. Each batch starts where the one before it ended: the outputs are up to **${before(result)}** apart, though nobody else called in between. ` +
      `With the state reset before each batch, ${same(result)}. ${onlyToy}`,
  }),
  'floating-point/engines': (result) => ({
    title: lastBits(result, `Same weights on ${asked(result)}:`),
    subtitle: 'Distance from double precision, log axis. Dashed: float32 spacing.',
    before: `Before: on ${asked(result)}`,
    after: 'Each engine compared with itself',
    finding:
      `**One** trained model: the same weights and the same input, computed by **${list(result)}**. ` +
      `${apart(result)} Each engine compared with itself: ${withItself(result)}. ` +
      `The engines of a machine decide this: elsewhere other bits may differ. Compare with a tolerance, not with ==. ${onlyToy}`,
  }),
  'floating-point/batch-size': (result) => ({
    title: lastBits(result, `Batches of ${sizes(result)} on ${engines(result)}:`),
    subtitle: 'Distance from the batch of 1, log axis. Dashed: float32 spacing.',
    before: 'Before: larger batches',
    after: 'Each batch size compared with itself',
    finding:
      `The same weights and windows in **batches of ${sizes(result)}**. Largest difference between batch sizes on each engine: ${byEngine(result)}. ` +
      `${apart(result)} Each batch size compared with itself: ${withItself(result)}. ` +
      `This is measured here and promised nowhere: other engines may add up in another order in a larger batch. ${onlyToy}`,
  }),
  'floating-point/addition-order': (result) => ({
    title: lastBits(result, `Same model, units renumbered ${result.runs} times:`),
    subtitle: 'Distance from double precision, log axis. Dashed: float32 spacing.',
    before: 'Before: sums in another order',
    after: 'The same order each time',
    finding:
      `**One** trained model, its hidden units **numbered otherwise** ${result.runs} times. That is the same function, but its sums over the units are added up in another order. ` +
      `${apart(result)} In the same order, ${same(result)}. ` +
      `How often the engine (here ${result.engine}) rounds decides whether the order shows. ${onlyToy}`,
  }),
  'saved-model/not-loaded': (result) => ({
    title: [`${result.runs} starts, weights not really loaded:`, `spread up to ${before(result)}`],
    subtitle: hashLine(result),
    before: 'Before: fresh random weights each start',
    after: 'Loaded from the saved bytes',
    finding:
      `A service was started ${result.runs} times and **its loading did nothing**: every process kept the random weights that its network was built with, and the outputs are up to **${before(result)}** apart. ` +
      `${caught(result)} With the saved bytes really loaded, ${restored(result)}. ${onlyToy}`,
  }),
  'saved-model/wrong-epoch': (result) => ({
    title: [`${result.runs} starts from other epochs' files:`, `spread up to ${before(result)}`],
    subtitle: hashLine(result),
    before: `Before: epochs ${range(result)}`,
    after: 'The right file each time',
    finding:
      `A service was started ${result.runs} times, from the files of **other epochs** (${list(result)}) than the right one: the outputs are up to **${before(result)}** apart. ` +
      `They are ${amount(result.before.error)} off the target (root mean square); those of the right file are ${amount(result.after.error)} off. ` +
      `${caught(result)} With the right file, ${restored(result)}. ${onlyToy}`,
  }),
  'saved-model/scaler': (result) => ({
    title: [
      `${result.runs} starts, the scaler fitted anew each time:`,
      `spread up to ${before(result)}`,
    ],
    subtitle: `Weight hash right ${share(result.before, 'weightHash')} times, golden pair ${share(result.before, 'goldenPair')}. Dashed: target.`,
    before: 'Before: fitted to the latest 16 values',
    after: 'The scaler that was saved',
    finding:
      `A service was started ${result.runs} times with the saved weights, but each time **its scaler was fitted anew**, to the 16 values that came in last: the same input gives outputs up to **${before(result)}** apart. ` +
      `${caught(result)} The hash sees the weights only, the golden pair the whole way of an input. With the scaler from the file, ${restored(result)}. ${onlyToy}`,
  }),
};

const count = (engines: number): string => (engines === 1 ? 'one engine' : `${engines} engines`);
const engines = ({ engines: { length } = [] }: Comparison): string => count(length);
/** With fewer runs than engines, not all had their turn. */
const asked = (result: Comparison): string => count(settings(result));

const lastBits = (result: Comparison, what: string): string[] => [
  what,
  result.before.identical ? 'the same bits' : `last bits differ, by up to ${before(result)}`,
];

const withItself = ({ after }: Comparison): string =>
  after.identical
    ? 'the same bits every time, for every one'
    : `up to ${amount(after.spread)} apart`;

const apart = (result: Comparison): string =>
  result.before.identical
    ? 'All outputs have the same bits here.'
    : `The outputs are up to **${before(result)}** apart.`;

/** From the labels, `tfjs-wasm 1` to `tfjs-wasm 64`. */
const sizes = ({ before: { labels } }: Comparison): string =>
  [labels.at(0), labels.at(-1)].map((label = '') => label.split(' ').at(-1)).join(' to ');

function byEngine({ engines: names = [], before: condition }: Comparison): string {
  const spreads = spreadsOfGroups(condition);
  return names.map((name, group) => `${name} ${amount(spreads[group] ?? 0)}`).join(', ');
}

const share = (condition: Condition, check: 'weightHash' | 'goldenPair'): string =>
  `${passed(condition, check)} of ${condition.outputs.length}`;

const missed = (condition: Condition, check: 'weightHash' | 'goldenPair'): number =>
  condition.outputs.length - passed(condition, check);

const hashLine = (result: Comparison): string =>
  `Weight hash right ${share(result.before, 'weightHash')} times, after the fix ${share(result.after, 'weightHash')}. Dashed: target.`;

const caught = ({ before: condition, runs }: Comparison): string =>
  `A hash of the weights, compared with the one written down when they were saved, caught ${missed(condition, 'weightHash')} of ${runs}; a golden pair (one known input and its output) caught ${missed(condition, 'goldenPair')}.`;

const restored = (result: Comparison): string =>
  `the hash was right ${share(result.after, 'weightHash')} times, the golden pair ${share(result.after, 'goldenPair')}, and ${same(result)}`;
