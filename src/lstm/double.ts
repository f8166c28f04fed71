import { unitsOf, type LstmWeights, type Windows } from './model.ts';

/**
 * The outputs in double precision, [samples]: what rounding to float32 is measured against. Plain loops, in inference
 * mode, starting at zeros. `Math.exp` and `Math.tanh` may differ in the last of its 53 bits between JavaScript engines,
 * so nothing that must repeat bit by bit may depend on it.
 */
export function predictInDoublePrecision(weights: LstmWeights, windows: Windows): Float64Array {
  const length = windows.timeSteps * windows.features;
  return Float64Array.from({ length: windows.samples }, (_, sample) =>
    outputOf(weights, windows.values.subarray(sample * length, (sample + 1) * length)),
  );
}

/** One window, [timeSteps * features]. */
function outputOf(weights: LstmWeights, window: Float32Array): number {
  const { hiddenState } = statesInDoublePrecision(weights, window).at(-1) ?? zeros(weights);
  return Number(weights.denseBias[0]) + product(hiddenState, weights.denseKernel, 0, 1);
}

/** What an LSTM passes from a step to the next, [units] each. */
export interface StateInDoublePrecision {
  readonly hiddenState: Float64Array;
  readonly cellState: Float64Array;
}

/** The state after each step of one window, [timeSteps * features], from a start state on. */
export function statesInDoublePrecision(
  weights: LstmWeights,
  window: Float32Array,
  start: StateInDoublePrecision = zeros(weights),
): StateInDoublePrecision[] {
  const features = weights.kernel.length / (4 * unitsOf(weights));
  const states: StateInDoublePrecision[] = [];
  for (let at = 0; at < window.length; at += features) {
    const { hiddenState, cellState } = states.at(-1) ?? start;
    const next = Float64Array.from(cellState);
    const inputs = window.subarray(at, at + features);
    states.push({ hiddenState: step(weights, inputs, hiddenState, next), cellState: next });
  }
  return states;
}

const zeros = (weights: LstmWeights): StateInDoublePrecision => ({
  hiddenState: new Float64Array(unitsOf(weights)),
  cellState: new Float64Array(unitsOf(weights)),
});

/** Hochreiter & Schmidhuber 1997 with the forget gate of Gers et al. 2000. Writes the new cell state in place. */
function step(
  weights: LstmWeights,
  inputs: Float32Array,
  hiddenState: Float64Array,
  cellState: Float64Array,
): Float64Array<ArrayBuffer> {
  const units = hiddenState.length;
  const sumOf = (column: number): number =>
    Number(weights.bias[column]) +
    product(inputs, weights.kernel, column, 4 * units) +
    product(hiddenState, weights.recurrentKernel, column, 4 * units);
  return Float64Array.from({ length: units }, (_, unit) => {
    const inputGate = sigmoid(sumOf(unit));
    const forgetGate = sigmoid(sumOf(units + unit));
    const candidate = Math.tanh(sumOf(2 * units + unit));
    const outputGate = sigmoid(sumOf(3 * units + unit));
    const cell = forgetGate * Number(cellState[unit]) + inputGate * candidate;
    cellState[unit] = cell;
    return outputGate * Math.tanh(cell);
  });
}

/** A vector times one column of a row-major matrix. */
function product(
  vector: Float32Array | Float64Array,
  matrix: Float32Array,
  column: number,
  columns: number,
): number {
  let sum = 0;
  for (let row = 0; row < vector.length; row++)
    sum += Number(vector[row]) * Number(matrix[row * columns + column]);
  return sum;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
