import type { ComparisonStories } from '../story.ts';

/** The stories of causes that act on a trained model: what it remembers, what computes it, and how it was loaded. */
export const trainedModelStories: ComparisonStories<
  'carried-state' | 'floating-point' | 'saved-model'
> = {
  'carried-state': {
    'between-calls': ({ runs, spread, farthest, same, onlyToy }) => ({
      title: `The same request after different ones, ${runs} times:`,
      subtitle: 'One trained LSTM that keeps its state, windows of 4.',
      before: 'Before: state left by earlier requests',
      after: 'State reset before the request',
      finding:
        `**One** trained model that keeps its state, asked the same thing ${runs} times, in windows of 4 values. Each time, it had first answered the same eight requests of other people, **in a different order**: the outputs spread by **${spread}** and are up to **${farthest}** apart. ` +
        `With the state reset to zeros before the request, ${same}. ` +
        `Weights and input stayed the same; what came before didn’t. The longer the window, the more of the old state is forgotten. ${onlyToy}`,
    }),
    'within-predict': ({ sweep, onlyToy }) => ({
      title: [
        `One predict, ${sweep.count} identical batches:`,
        `up to ${sweep.highest} from the first batch`,
      ],
      subtitle: 'One trained LSTM, state carried on, windows of 4. One step ahead.',
      axis: 'Batch',
      before: 'Largest change from batch 1',
      after: 'State reset before each batch',
      finding:
        `**One** trained model, one call with ${sweep.count} batches that hold **the same windows** of 4 values. Each batch starts where the one before it ended: outputs are up to **${sweep.highest}** from those of the first batch, though nobody else called in between. ` +
        `With the state reset before each batch: ${sweep.again}. ${onlyToy}`,
    }),
  },
  'floating-point': {
    engines: ({ runs, engineList, withItself, apart, asked, engines, lastBits, onlyToy }) => ({
      title: [`Same weights on ${asked}:`, lastBits],
      subtitle: 'Distance from double precision, log axis. Dashed: one float32 step.',
      before: `Before: on ${asked}`,
      after: 'Each engine compared with itself',
      finding:
        `**One** trained model: the same weights and the same input, computed by engines, programs that add in different orders. This machine has ${engines}: ${engineList}. ` +
        `${apart} Each engine compared with itself: ${withItself}. ` +
        `In ${runs} runs they take turns; more runs show nothing new. Your machine may give different last bits: compare with a tolerance, not with ==. ` +
        `The chart’s dashed line is the gap between two neighbouring float32 numbers of that size. ${onlyToy}`,
    }),
    'batch-size': ({
      sizes,
      batchSizes,
      batchSizeList,
      spreadByEngine,
      withItself,
      batches,
      engines,
      lastBits,
      onlyToy,
    }) => ({
      title: [`Batches of ${batchSizes} on ${engines}:`, lastBits],
      subtitle: 'Distance from the batch of 1, log axis. Dashed: one float32 step.',
      before: 'Before: larger batches',
      after: 'Each batch size compared with itself',
      finding:
        `The same weights and windows in **batches of ${sizes} sizes** (${batchSizeList}); “runs” sets how many sizes. Largest difference between batch sizes on each engine: ${spreadByEngine}. ` +
        `${batches} Each batch size compared with itself: ${withItself}. ` +
        `That is measured here and promised nowhere: an engine that adds larger batches in a different order gives different last bits. ${onlyToy}`,
    }),
    'addition-order': ({ runs, same, apart, engine, lastBits, onlyToy }) => ({
      title: [`Same model, units renumbered ${runs} times:`, lastBits],
      subtitle: 'Distance from double precision, log axis. Dashed: one float32 step.',
      before: 'Before: sums in different orders',
      after: 'The same order each time',
      finding:
        `**One** trained model, its hidden units **renumbered** ${runs} times. That is the same function, but its sums over the units are added up in a different order. ` +
        `${apart} In the same order, ${same}. ` +
        `How often the engine (here ${engine}) rounds decides whether the order shows. ${onlyToy}`,
    }),
  },
  'saved-model': {
    'not-loaded': ({
      runs,
      spread,
      farthest,
      error,
      errorAfter,
      hashLine,
      caught,
      restored,
      onlyToy,
    }) => ({
      title: `${runs} starts, weights not really loaded:`,
      subtitle: hashLine,
      before: 'Before: fresh random weights each start',
      after: 'Loaded from the saved bytes',
      finding:
        `A service was started ${runs} times and **its loading did nothing**: every process kept the random weights that its network was built with. The outputs spread by **${spread}**, are up to **${farthest}** apart, and are off the target by ${error} instead of ${errorAfter}. ` +
        `${caught} With the saved bytes really loaded, ${restored}. ${onlyToy}`,
    }),
    'wrong-epoch': ({ sweep, errorAfter, hashLine, caught, restored, onlyToy }) => ({
      title: [
        `${sweep.count} starts, each with a different epoch’s file:`,
        `error ${sweep.range}; with the right file ${errorAfter}`,
      ],
      subtitle: [
        hashLine,
        `Dotted: the right file (epoch ${sweep.usual}), chosen by validation error.`,
      ],
      axis: 'Epoch of the file that was loaded',
      before: 'Error of the forecast, 60 steps ahead',
      after: 'The right file at every start',
      finding:
        `A training saved a file after each epoch; the right one, of epoch ${sweep.usual}, has the lowest error on validation data. A service was started ${sweep.count} times, each time with **the file of a different epoch** (${sweep.list}): the error of its forecast goes from **${sweep.lowest}** (epoch ${sweep.lowestAt}) to **${sweep.highest}** (epoch ${sweep.highestAt}); with the right file it is ${errorAfter}. ` +
        `A different file isn’t always worse on this forecast, but it is a different model. ${caught} With the right file, ${restored}. ${onlyToy}`,
    }),
    scaler: ({ runs, spread, farthest, caught, restored, hash, golden, onlyToy }) => ({
      title: `${runs} starts, the scaler fitted again each time:`,
      subtitle: `Weight hash matched ${hash} times, golden pair ${golden}. One step ahead.`,
      before: 'Before: fitted to the latest 16 values',
      after: 'The scaler that was saved',
      finding:
        `A service was started ${runs} times with the saved weights, but each time **its scaler was fitted again**, to the 16 values that came in last: for the same input the outputs spread by **${spread}** and are up to **${farthest}** apart. ` +
        `${caught} The hash sees only the weights; the golden pair tests everything from the raw input to the output. With the scaler from the file, ${restored}. ${onlyToy}`,
    }),
  },
};
