import type { CallConditions, LstmWeights, Windows } from '../../src/lstm/index.ts';

/** Weights in double precision, laid out as `LstmWeights`. */
export type Weights64 = { readonly [Part in keyof LstmWeights]: Float64Array };

export const partNames = [
  'kernel',
  'recurrentKernel',
  'bias',
  'denseKernel',
  'denseBias',
] as const satisfies readonly (keyof LstmWeights)[];

const toDouble = (weights: LstmWeights): Weights64 => ({
  kernel: Float64Array.from(weights.kernel),
  recurrentKernel: Float64Array.from(weights.recurrentKernel),
  bias: Float64Array.from(weights.bias),
  denseKernel: Float64Array.from(weights.denseKernel),
  denseBias: Float64Array.from(weights.denseBias),
});

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const at = (values: Float64Array | Float32Array, index: number): number =>
  values[index] ?? Number.NaN;

/**
 * The LSTM written out in double precision (Gers et al. 2000; Keras' gate order), for comparison:
 * i, f, o = sigmoid((x * n) W + (h * m) U + b), g = tanh(...), c = f c + i g, h = o tanh(c), output = h V + d, with the
 * masks n of the inputs and m of the hidden state.
 */
export function forwardLstm(
  weights: LstmWeights | Weights64,
  windows: Windows,
  conditions: CallConditions = {},
): number[] {
  return Array.from({ length: windows.samples }, (_, sample) =>
    forwardSample(weights, windows, sample, conditions),
  );
}

function forwardSample(
  weights: LstmWeights | Weights64,
  { values, timeSteps, features }: Windows,
  sample: number,
  { inputDropoutMask, recurrentDropoutMask, initialState }: CallConditions,
): number {
  const units = weights.denseKernel.length;
  const of = (all: Float32Array | undefined, width: number, index: number, usual: number) =>
    all ? at(all, sample * width + index) : usual;
  const every = <Value>(make: (unit: number) => Value) =>
    Array.from({ length: units }, (_, unit) => make(unit));
  let hidden = every((unit) => of(initialState?.hiddenState, units, unit, 0));
  let cell = every((unit) => of(initialState?.cellState, units, unit, 0));
  for (let step = 0; step < timeSteps; step++) {
    const sums = Float64Array.from(weights.bias);
    const add = (value: number, row: number, matrix: Float32Array | Float64Array) => {
      for (let column = 0; column < 4 * units; column++)
        sums[column] = at(sums, column) + value * at(matrix, row * 4 * units + column);
    };
    for (let feature = 0; feature < features; feature++) {
      const x = at(values, (sample * timeSteps + step) * features + feature);
      add(x * of(inputDropoutMask, features, feature, 1), feature, weights.kernel);
    }
    hidden.forEach((h, unit) =>
      add(h * of(recurrentDropoutMask, units, unit, 1), unit, weights.recurrentKernel),
    );
    const [i, f, g, o] = [0, 1, 2, 3].map(
      (gate) => (unit: number) => at(sums, gate * units + unit),
    );
    if (!i || !f || !g || !o) throw new Error('An LSTM has four gates.');
    cell = cell.map((c, unit) => sigmoid(f(unit)) * c + sigmoid(i(unit)) * Math.tanh(g(unit)));
    hidden = cell.map((c, unit) => sigmoid(o(unit)) * Math.tanh(c));
  }
  return hidden.reduce(
    (sum, h, unit) => sum + h * at(weights.denseKernel, unit),
    at(weights.denseBias, 0),
  );
}

/** The gradient of the mean squared error by central differences in double precision. */
export function centralDifferences(
  weights: LstmWeights,
  windows: Windows,
  targets: Float32Array,
  conditions: CallConditions,
): Weights64 {
  const shifted = toDouble(weights);
  const error = (): number =>
    forwardLstm(shifted, windows, conditions).reduce(
      (sum, output, i) => sum + (output - at(targets, i)) ** 2 / windows.samples,
      0,
    );
  const step = 1e-5;
  const gradient = toDouble(weights);
  for (const name of partNames)
    shifted[name].forEach((value, i) => {
      shifted[name][i] = value + step;
      const above = error();
      shifted[name][i] = value - step;
      gradient[name][i] = (above - error()) / (2 * step);
      shifted[name][i] = value;
    });
  return gradient;
}
