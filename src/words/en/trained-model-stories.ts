import type { ComparisonStories } from '../story.ts';
import { onlyToy } from './phrases.ts';

/** The stories of causes that act on a trained model: what it remembers, what computes it, and how it was loaded. */
export const trainedModelStories: ComparisonStories<
  'carried-state' | 'floating-point' | 'saved-model'
> = {
  'carried-state': {
    'between-calls': ({ runs, spread, same }) => ({
      title: [`The same request after others, ${runs} times:`, `spread up to ${spread}`],
      subtitle: 'One trained LSTM that keeps its state, windows of 4. Dashed: target.',
      before: 'Before: state left by other requests',
      after: 'State reset before the request',
      finding:
        `**One** trained model that keeps its state, asked the same ${runs} times, in windows of 4 values. Before each time it had answered the same eight requests of other people, **in another order**: the outputs are up to **${spread}** apart. ` +
        `With the state reset to zeros before the request, ${same}. ` +
        `Weights and input stayed the same; what came before didn't. ${onlyToy}`,
    }),
    'within-predict': ({ runs, spread, same }) => ({
      title: [`One predict, ${runs} identical batches:`, `spread up to ${spread}`],
      subtitle: 'One trained LSTM, state carried on, windows of 4. Dashed: target.',
      before: 'Before: starts where the last batch ended',
      after: 'State reset before each batch',
      finding:
        `**One** trained model, one call with ${runs} batches that hold **the same windows** of 4 values. Each batch starts where the one before it ended: the outputs are up to **${spread}** apart, though nobody else called in between. ` +
        `With the state reset before each batch, ${same}. ${onlyToy}`,
    }),
  },
  'floating-point': {
    engines: ({ settings, withItself, apart, asked, lastBits }) => ({
      title: [`Same weights on ${asked}:`, lastBits],
      subtitle: 'Distance from double precision, log axis. Dashed: float32 spacing.',
      before: `Before: on ${asked}`,
      after: 'Each engine compared with itself',
      finding:
        `**One** trained model: the same weights and the same input, computed by **${settings}**. ` +
        `${apart} Each engine compared with itself: ${withItself}. ` +
        `The engines of a machine decide this: elsewhere other bits may differ. Compare with a tolerance, not with ==. ${onlyToy}`,
    }),
    'batch-size': ({ batchSizes, spreadByEngine, withItself, apart, engines, lastBits }) => ({
      title: [`Batches of ${batchSizes} on ${engines}:`, lastBits],
      subtitle: 'Distance from the batch of 1, log axis. Dashed: float32 spacing.',
      before: 'Before: larger batches',
      after: 'Each batch size compared with itself',
      finding:
        `The same weights and windows in **batches of ${batchSizes}**. Largest difference between batch sizes on each engine: ${spreadByEngine}. ` +
        `${apart} Each batch size compared with itself: ${withItself}. ` +
        `This is measured here and promised nowhere: other engines may add up in another order in a larger batch. ${onlyToy}`,
    }),
    'addition-order': ({ runs, same, apart, engine, lastBits }) => ({
      title: [`Same model, units renumbered ${runs} times:`, lastBits],
      subtitle: 'Distance from double precision, log axis. Dashed: float32 spacing.',
      before: 'Before: sums in another order',
      after: 'The same order each time',
      finding:
        `**One** trained model, its hidden units **numbered otherwise** ${runs} times. That is the same function, but its sums over the units are added up in another order. ` +
        `${apart} In the same order, ${same}. ` +
        `How often the engine (here ${engine}) rounds decides whether the order shows. ${onlyToy}`,
    }),
  },
  'saved-model': {
    'not-loaded': ({ runs, spread, hashLine, caught, restored }) => ({
      title: [`${runs} starts, weights not really loaded:`, `spread up to ${spread}`],
      subtitle: hashLine,
      before: 'Before: fresh random weights each start',
      after: 'Loaded from the saved bytes',
      finding:
        `A service was started ${runs} times and **its loading did nothing**: every process kept the random weights that its network was built with, and the outputs are up to **${spread}** apart. ` +
        `${caught} With the saved bytes really loaded, ${restored}. ${onlyToy}`,
    }),
    'wrong-epoch': ({
      runs,
      spread,
      settings,
      range,
      error,
      errorAfter,
      hashLine,
      caught,
      restored,
    }) => ({
      title: [`${runs} starts from other epochs' files:`, `spread up to ${spread}`],
      subtitle: hashLine,
      before: `Before: epochs ${range}`,
      after: 'The right file each time',
      finding:
        `A service was started ${runs} times, from the files of **other epochs** (${settings}) than the right one: the outputs are up to **${spread}** apart. ` +
        `They are ${error} off the target (root mean square); those of the right file are ${errorAfter} off. ` +
        `${caught} With the right file, ${restored}. ${onlyToy}`,
    }),
    scaler: ({ runs, spread, caught, restored, hash, golden }) => ({
      title: [`${runs} starts, the scaler fitted anew each time:`, `spread up to ${spread}`],
      subtitle: `Weight hash right ${hash} times, golden pair ${golden}. Dashed: target.`,
      before: 'Before: fitted to the latest 16 values',
      after: 'The scaler that was saved',
      finding:
        `A service was started ${runs} times with the saved weights, but each time **its scaler was fitted anew**, to the 16 values that came in last: the same input gives outputs up to **${spread}** apart. ` +
        `${caught} The hash sees the weights only, the golden pair the whole way of an input. With the scaler from the file, ${restored}. ${onlyToy}`,
    }),
  },
};
