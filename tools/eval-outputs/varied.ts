import type { Recipe } from '../../src/demos/index.ts';
import { drawDropoutMasks, openStream, type LstmWeights } from '../../src/lstm/index.ts';
import { mostValues, type Source } from './source.ts';

/** Share of the hidden units that is dropped. */
export const rate = 0.2;
export const times = <T>(runs: number, make: (run: number) => T): T[] =>
  Array.from({ length: runs }, (_, run) => make(run));

const unitsOf = ({ weights }: Source): number => weights.denseKernel.length;

/** One mask for all windows of a call. */
export function oneMask(source: Source, run: number): Float32Array {
  const units = unitsOf(source);
  const [mask = new Float32Array()] = drawDropoutMasks(source.seed, 3000 + run, {
    samples: 1,
    units,
    rate,
    count: 1,
  });
  return Float32Array.from({ length: mostValues * units }, (_, at) => mask[at % units] ?? 0);
}

/** Each output fed back as the newest value, with a new mask at every step. */
export function forecastWithDropout(source: Source, run: number): number[] {
  const units = unitsOf(source);
  const masks = drawDropoutMasks(source.seed, 4000 + run, {
    samples: 1,
    units,
    rate,
    count: mostValues,
  });
  const { timeSteps } = source.request;
  const window = source.request.values.slice(0, timeSteps);
  return masks.map((recurrentDropoutMask) => {
    const asked = { values: window.slice(), samples: 1, timeSteps, features: 1 };
    const [output = Number.NaN] = source.predict(source.weights, { recurrentDropoutMask }, asked);
    window.copyWithin(0, 1);
    window[timeSteps - 1] = output;
    return output;
  });
}

export const mapWeights = (
  weights: LstmWeights,
  change: (value: number) => number,
): LstmWeights => {
  const each = (values: Float32Array) => values.map(change);
  return {
    kernel: each(weights.kernel),
    recurrentKernel: each(weights.recurrentKernel),
    bias: each(weights.bias),
    denseKernel: each(weights.denseKernel),
    denseBias: each(weights.denseBias),
  };
};

/** bfloat16: the upper half of a float32, rounded to the nearest even. */
export function toBfloat16(value: number): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer);
  const whole = bits[0] ?? 0;
  bits[0] = ((whole + 0x7fff + ((whole >>> 16) & 1)) >>> 16) << 16;
  return new Float32Array(bits.buffer)[0] ?? value;
}

/** Four in ten examples. */
export function subsetOf(
  { examples: { windows, targets }, seed }: Recipe,
  run: number,
): Recipe['examples'] {
  const { samples, timeSteps } = windows;
  const order = openStream(seed, 'data', 7000 + run).permutation(samples);
  const picked = order.slice(0, Math.round(0.4 * samples));
  const rows = picked.map((at) => windows.values.subarray(at * timeSteps, (at + 1) * timeSteps));
  return {
    windows: {
      ...windows,
      samples: picked.length,
      values: Float32Array.from(rows.flatMap((row) => [...row])),
    },
    targets: Float32Array.from(picked, (at) => targets[at] ?? Number.NaN),
  };
}

/** A class for each output: the nearer a class's centre, the likelier. */
export const sampled = ({ stream, predict, weights }: Source, classes: number): number[] =>
  predict(weights).map((output) => {
    const scores = times(classes, (each) =>
      Math.exp(-(((output - (2 * each) / (classes - 1) + 1) / 0.6) ** 2)),
    );
    let left = stream.uniform() * scores.reduce((sum, score) => sum + score, 0);
    return scores.findIndex((score) => (left -= score) < 0);
  });
