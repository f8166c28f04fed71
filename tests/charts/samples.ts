import {
  rankedIds,
  type Comparison,
  type Condition,
  type Growth,
  type Ranking,
  type Size,
} from '../../src/demos/index.ts';
import { focusOn } from '../../src/demos/measure.ts';
import type { Story } from '../../src/words/index.ts';

/** Invented results, so that the tests of the charts don't depend on what the demos give. */

const length = 60;

type Curve = (at: number) => number;

const wave: Curve = (at) => 0.6 * Math.sin(at / 6) + 0.3 * Math.sin(at / 2.3);

const row = (curve: Curve): Float32Array => Float32Array.from({ length }, (_, at) => curve(at));

/** Repeatable unrest, different for each run. */
export const unrest = (run: number, at: number): number =>
  Math.sin(run * 12.9 + at * (1.1 + run / 7)) * Math.sin(run + at / 9);

interface ConditionSample {
  readonly curves: readonly Curve[];
  readonly target?: Curve;
  readonly labels?: readonly string[];
  readonly groups?: readonly number[];
}

function condition(sample: ConditionSample): Condition {
  const outputs = sample.curves.map(row);
  const target = row(sample.target ?? wave);
  const groups = sample.groups ?? outputs.map(() => 0);
  const spreads = Array.from(target, (_, at) =>
    Math.max(
      ...[...new Set(groups)].map((group) =>
        spreadAt(
          outputs.filter((_o, i) => groups[i] === group),
          at,
        ),
      ),
    ),
  );
  const spread = Math.max(...spreads);
  const squares = outputs.flatMap((output) =>
    Array.from(output, (value, at) => (value - (target[at] ?? 0)) ** 2),
  );
  return {
    outputs,
    labels: sample.labels ?? outputs.map((_, run) => String(run + 1)),
    groups,
    spread,
    widestAt: spreads.indexOf(spread),
    identical: spread === 0,
    error: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length),
    target,
  };
}

const spreadAt = (rows: readonly Float32Array[], at: number): number => {
  const values = rows.map((output) => output[at] ?? 0);
  return Math.max(...values) - Math.min(...values);
};

const times = (runs: number, curve: (run: number) => Curve): Curve[] =>
  Array.from({ length: runs }, (_, run) => curve(run));

const smooth: Curve = (at) => 0.93 * wave(at - 0.3);

type Part = Pick<Comparison, 'before' | 'after'> & Partial<Omit<Comparison, 'focus'>>;

function result(part: Part): Comparison {
  return {
    kind: 'comparison',
    focus: focusOn(part.before, part.after, part.measure ?? 'spread'),
    cause: 'dropout',
    variant: 'inference',
    runs: part.before.outputs.length,
    seed: '7',
    engine: 'tfjs-wasm',
    timeSteps: Array.from({ length }, (_, at) => 20 + at),
    measure: 'spread',
    hash: '00ff'.repeat(16),
    replay: 'dropout.inference.10.7.tfjs-wasm.00ff00ff00ff',
    ...part,
  };
}

/** Many runs that differ, then the same number of identical ones. */
export const repeats = (runs = 10, size = 0.12, scale = 1): Comparison =>
  result({
    before: condition({
      curves: times(runs, (run) => (at) => scale * (smooth(at) + size * unrest(run, at))),
      target: (at) => scale * wave(at),
    }),
    after: condition({
      curves: times(runs, () => (at) => scale * smooth(at)),
      target: (at) => scale * wave(at),
    }),
  });

const curve = (index: number) => (at: number) => smooth(at - index / 3) * (1 - index / 20);

/** Every setting twice on the lower side, each pair identical. */
export function pairs(
  settings: readonly string[] = ['0.005', '0.0089', '0.016', '0.028', '0.05'],
): Comparison {
  const doubled = settings.flatMap((label, index) => [
    { label, index },
    { label, index },
  ]);
  return result({
    cause: 'hyperparameters',
    variant: 'learning-rate',
    before: condition({ curves: settings.map((_, index) => curve(index)), labels: settings }),
    after: condition({
      curves: doubled.map(({ index }) => curve(index)),
      labels: doubled.map(({ label }) => label),
      groups: doubled.map(({ index }) => index),
    }),
  });
}

/** Outputs that repeat but are wrong; the sides have different targets. */
export const wrong = (): Comparison =>
  result({
    cause: 'data-set',
    variant: 'shift',
    measure: 'error',
    before: condition({ curves: times(5, () => smooth), target: (at) => 1.2 + wave(1.6 * at) }),
    after: condition({ curves: times(5, () => smooth) }),
  });

/** A training that ran away: not all outputs are numbers. */
export const diverged = (): Comparison =>
  result({
    before: condition({
      curves: times(
        3,
        (run) => (at) => (run === 1 && at > 30 ? Number.NaN : smooth(at) + run / 10),
      ),
    }),
    after: condition({ curves: times(3, () => smooth) }),
  });

export const story: Story = {
  title: '10 calls, same weights, same input: spread up to 0.21',
  subtitle: 'One trained LSTM, called again and again. Dashed: target.',
  headings: [
    { text: 'Before: dropout left on', measure: 'spread up to 0.21' },
    { text: 'After the fix: 10 identical outputs', measure: 'spread 0' },
  ],
  finding: 'Found.',
};

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

/** Last bits: two settings that differ from the exact outputs by some 1e-8, one output of each being exact. */
export function lastBits(from: 'exact' | 'first' = 'exact'): Comparison {
  const exact = Float64Array.from({ length }, (_, at) => Math.fround(smooth(at)));
  const off = (run: number) => (at: number) =>
    (exact[at] ?? 0) + (at === 7 ? 0 : 2 ** -24 * (1 + run)) * Math.sign(exact[at] ?? 0);
  const labels = ['tfjs-wasm', 'tfjs-cpu'];
  return result({
    cause: 'floating-point',
    variant: from === 'exact' ? 'engines' : 'batch-size',
    engines: ['tfjs-wasm', 'tfjs-cpu'],
    before: condition({ curves: times(2, off), labels }),
    after: condition({
      curves: [0, 0, 1, 1].map(off),
      labels: labels.flatMap((label) => [label, label]),
      groups: [0, 0, 1, 1],
    }),
    rounding: { exact, from },
  });
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
