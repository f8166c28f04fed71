import type { Comparison, Condition } from '../../src/demos/index.ts';
import { figuresOf, focusOn } from '../../src/demos/measure.ts';
import { deviationOf } from '../../src/demos/statistics.ts';
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
    deviation: deviationOf(outputs),
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

/** Two seeds with every setting; on the lower side every setting twice, each pair identical. */
export function swept(
  settings: readonly string[] = ['0.002', '0.005', '0.01', '0.02', '0.05'],
  usual = '0.01',
): Comparison {
  const doubled = settings.flatMap((label, index) => [
    { label, index },
    { label, index },
  ]);
  const before = condition({
    curves: [0, 0.4].flatMap((shift) => settings.map((_, index) => curve(index + shift))),
    labels: [...settings, ...settings],
    groups: [0, 1].flatMap((group) => settings.map(() => group)),
  });
  const after = condition({
    curves: doubled.map(({ index }) => curve(index)),
    labels: doubled.map(({ label }) => label),
    groups: doubled.map(({ index }) => index),
  });
  return result({
    cause: 'hyperparameters',
    variant: 'learning-rate',
    before,
    after,
    sweep: figuresOf({ of: 'error', usual: () => usual }, before, after),
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
