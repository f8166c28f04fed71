import type { LstmWeights, Windows } from '../../src/lstm/index.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The LSTM written out in double precision (Gers et al. 2000; Keras' gate order), for comparison:
 * i, f, o = sigmoid(x W + (h * mask) U + b), g = tanh(...), c = f c + i g, h = o tanh(c), output = h V + d.
 */
export function forwardLstm(weights: LstmWeights, windows: Windows, mask?: Float32Array): number[] {
  return Array.from({ length: windows.samples }, (_, sample) =>
    forwardSample(weights, windows, sample, mask),
  );
}

function forwardSample(
  weights: LstmWeights,
  windows: Windows,
  sample: number,
  mask: Float32Array | undefined,
): number {
  const units = weights.denseKernel.length;
  const at = (values: Float32Array, index: number): number => values[index] ?? Number.NaN;
  let hidden = Array.from({ length: units }, () => 0);
  let cell = hidden;
  for (let step = 0; step < windows.timeSteps; step++) {
    const gate = (which: number, unit: number): number => {
      const column = which * units + unit;
      let sum = at(weights.bias, column);
      for (let feature = 0; feature < windows.features; feature++) {
        const x = at(
          windows.values,
          (sample * windows.timeSteps + step) * windows.features + feature,
        );
        sum += x * at(weights.kernel, feature * 4 * units + column);
      }
      hidden.forEach((h, from) => {
        const kept = mask ? at(mask, sample * units + from) : 1;
        sum += h * kept * at(weights.recurrentKernel, from * 4 * units + column);
      });
      return sum;
    };
    const nextCell = cell.map(
      (c, unit) => sigmoid(gate(1, unit)) * c + sigmoid(gate(0, unit)) * Math.tanh(gate(2, unit)),
    );
    hidden = nextCell.map((c, unit) => sigmoid(gate(3, unit)) * Math.tanh(c));
    cell = nextCell;
  }
  return hidden.reduce(
    (sum, h, unit) => sum + h * at(weights.denseKernel, unit),
    at(weights.denseBias, 0),
  );
}
