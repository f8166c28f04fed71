import type { LstmWeights } from '../lstm/index.ts';

/**
 * The same model with its hidden units in another order: unit `i` is what was unit `order[i]`. In exact arithmetic the
 * outputs stay the same; in floats the sums over the units are added up in another order.
 */
export function renumberUnits(weights: LstmWeights, order: readonly number[]): LstmWeights {
  const units = order.length;
  const gates = [0, 1, 2, 3].flatMap((gate) => order.map((unit) => gate * units + unit));
  return {
    kernel: pickColumns(weights.kernel, gates),
    recurrentKernel: pickRows(pickColumns(weights.recurrentKernel, gates), order),
    bias: pickColumns(weights.bias, gates),
    denseKernel: pickRows(weights.denseKernel, order),
    denseBias: weights.denseBias,
  };
}

/** Columns of a row-major matrix that has as many. */
function pickColumns(matrix: Float32Array, picked: readonly number[]): Float32Array {
  const columns = picked.length;
  return matrix.map((_, at) => Number(matrix[at - (at % columns) + Number(picked[at % columns])]));
}

/** Rows of a row-major matrix that has as many. */
function pickRows(matrix: Float32Array, picked: readonly number[]): Float32Array {
  const columns = matrix.length / picked.length;
  return matrix.map((_, at) =>
    Number(matrix[Number(picked[Math.floor(at / columns)]) * columns + (at % columns)]),
  );
}
