import { rankedIds, type Growth, type Ranking, type Size } from '../../src/demos/index.ts';
import { repeats } from './samples.ts';

/** Invented results of the studies. */

const size = (deviation: number, share = 0.12): Size => ({
  deviation,
  low: deviation * (1 - share),
  high: deviation * (1 + share),
});

/** Sizes of all kinds of causes, one of them far too small for a bar. */
export function ranked(
  runs = 40,
  sizes = [0.058, 0.043, 0.036, 0.031, 0.022, 0.022, 4.2e-8],
): Ranking {
  const ids = rankedIds;
  const side = repeats(runs);
  return {
    kind: 'ranking',
    cause: 'all',
    variant: 'ranking',
    runs,
    seed: '7',
    engine: 'kernel',
    timeSteps: side.timeSteps,
    targets: Array.from({ length: Math.ceil(runs / 2) }, () => side.before.target),
    rows: ids.map((id, at) => ({
      id,
      nature: at % 3 === 1 ? 'setting' : 'chance',
      outputs: side.before.outputs.map((output) => output.map((value) => value * (1 + at))),
      ...size(sizes[at] ?? 1e-3),
    })),
    together: size(0.074),
    before: side.before,
    after: side.after,
    hash: '00ff'.repeat(16),
    replay: 'all.ranking.40.7.kernel.00ff00ff00ff',
  };
}

/** Differences that stay, and others that grow; one pair's is exactly 0 at first. */
export function grown(runs = 8): Growth {
  const epochs = Array.from({ length: 60 }, (_, epoch) => epoch + 1);
  const rowsOf = (value: (pair: number, epoch: number) => number) =>
    Array.from({ length: runs }, (_, pair) =>
      Float32Array.from(epochs, (epoch) => value(pair, epoch)),
    );
  const zeros = rowsOf(() => 0);
  const { before, after } = repeats(runs);
  return {
    kind: 'growth',
    cause: 'butterfly',
    variant: 'one-bit',
    runs,
    seed: '7',
    engine: 'kernel',
    epochs,
    forecast: {
      moved: rowsOf((pair, epoch) => (2 + pair / 9 + Math.sin(epoch + pair)) * 1e-7),
      same: zeros,
    },
    sign: {
      moved: rowsOf((pair, epoch) =>
        pair === 1 && epoch < 4 ? 0 : Math.min(1.5 + pair / 20, 1e-7 * 3 ** (epoch - pair / 3)),
      ),
      same: zeros,
      labels: 256,
      flips: rowsOf((pair, epoch) => (epoch > 15 ? pair : 0)),
      accuracies: rowsOf((pair, epoch) => (epoch > 15 ? 0.95 : 0.5) + pair / 1000).map((plain) => [
        plain,
        plain.map((value) => value - 0.004),
      ]),
    },
    before,
    after,
    hash: '00ff'.repeat(16),
    replay: 'butterfly.one-bit.8.7.kernel.00ff00ff00ff',
  };
}
