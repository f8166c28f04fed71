/**
 * Where everything lies in memory. All arrays are float32. Units come in panels of four: a panel holds, for each row, four
 * values of each of the four gates side by side (16 in all: input, forget, cell candidate, output), so that the
 * sum of products ends up in registers exactly as the state update needs it.
 *
 * The stacked weights hold a row for every hidden unit, then one for every input feature, then the bias: one product of
 * [hidden state, inputs, 1] with them gives all gates, and one product of its transpose with the gates' gradients all
 * weight gradients.
 */

export let features: i32 = 0;
export let units: i32 = 0;
export let timeSteps: i32 = 0;
/** Sequences that count in a batch. */
export let batch: i32 = 0;

/** Units of four; the last one may hold units that don't exist: their weights are zero and stay zero. */
export let panels: i32 = 0;
/** Batch, rounded up to fours: activations take four rows at a time. The added ones have no effect on any gradient. */
export let rows: i32 = 0;
/** Rows of the stacked weights, rounded up to even. */
export let stacked: i32 = 0;
/** Floats from one row of `inputs` to the next. */
export let stride: i32 = 0;
/** The columns of the transposed recurrent weights come in blocks of 3 or 4 panels, whichever leaves fewer columns unused. */
export let blockPanels: i32 = 4;
export let blocks: i32 = 0;
/** Floats of all trainable weights. */
export let weightCount: i32 = 0;

/** [panels][stacked][16], then the dense kernel [4 * panels], its bias, and three zeros. */
export let weights: usize = 0;
export let gradients: usize = 0;
/** Adam's moments, as long as the weights. */
export let firstMoment: usize = 0;
export let secondMoment: usize = 0;
/** Where the host writes and reads the weights, in Keras' order: kernel, recurrent kernel, bias, dense kernel, dense bias. */
export let exchange: usize = 0;

/** [timeSteps][rows][stride]: hidden state before the step (dropped out), inputs, 1. */
export let inputs: usize = 0;
/** [panels][timeSteps][rows][16]: the gates, after the backward pass their gradients. */
export let gates: usize = 0;
/** [timeSteps + 1][panels][rows][4]: the cell state before the first step and after each. */
export let cellStates: usize = 0;
/** [timeSteps][panels][rows][4] */
export let cellTanh: usize = 0;
/** Each [panels][rows][4]. */
export let initialHidden: usize = 0;
export let finalHidden: usize = 0;
export let recurrentMask: usize = 0;
export let ones: usize = 0;
export let cellGradients: usize = 0;
/** [blocks][rows][4 * blockPanels] */
export let hiddenGradients: usize = 0;
/** [blocks][16 * panels][4 * blockPanels] */
export let transposed: usize = 0;
/** [rows] each */
export let outputs: usize = 0;
export let outputGradients: usize = 0;

/** What the host hands in: all sequences [samples][timeSteps][features], their targets [samples], */
export let windows: usize = 0;
export let targets: usize = 0;
/** the samples of this batch, [rows] 32-bit integers, */
export let picked: usize = 0;
/** the masks of this batch, [batch][features] and [batch][units], and the state, [batch][units]. */
export let inputMaskExchange: usize = 0;
export let recurrentMaskExchange: usize = 0;
export let hiddenExchange: usize = 0;
export let cellExchange: usize = 0;

let end: usize = 0;

function take(floats: i32): usize {
  const start = end;
  end += ((<usize>floats * 4 + 63) & ~63);
  return start;
}

/** Lays everything out anew for these sizes and zeroes it. Memory only grows to the largest sizes ever asked for. */
export function configure(f: i32, u: i32, t: i32, b: i32, samples: i32): void {
  features = f;
  units = u;
  timeSteps = t;
  batch = b;
  panels = (u + 3) >> 2;
  rows = (b + 3) & ~3;
  stacked = (4 * panels + f + 2) & ~1;
  stride = (stacked + 3) & ~3;
  blockPanels = 3 * ((panels + 2) / 3) < 4 * ((panels + 3) / 4) ? 3 : 4;
  blocks = (panels + blockPanels - 1) / blockPanels;
  weightCount = panels * stacked * 16 + 4 * panels + 4;
  const perUnit = panels * rows * 4;
  end = (__heap_base + 63) & ~63;
  const start = end;
  weights = take(weightCount);
  gradients = take(weightCount);
  firstMoment = take(weightCount);
  secondMoment = take(weightCount);
  exchange = take(f * 4 * u + u * 4 * u + 4 * u + u + 1);
  inputs = take(t * rows * stride);
  gates = take(t * perUnit * 4);
  cellStates = take((t + 1) * perUnit);
  cellTanh = take(t * perUnit);
  initialHidden = take(perUnit);
  finalHidden = take(perUnit);
  recurrentMask = take(perUnit);
  ones = take(perUnit);
  cellGradients = take(perUnit);
  hiddenGradients = take(blocks * rows * 4 * blockPanels);
  transposed = take(blocks * 16 * panels * 4 * blockPanels);
  outputs = take(rows);
  outputGradients = take(rows);
  windows = take(samples * t * f);
  targets = take(samples);
  picked = take(rows);
  inputMaskExchange = take(b * f);
  recurrentMaskExchange = take(b * u);
  hiddenExchange = take(b * u);
  cellExchange = take(b * u);
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  memory.fill(start, 0, end - start);
  for (let i = 0; i < perUnit; i++) {
    store<f32>(ones + (<usize>i << 2), 1);
    store<f32>(recurrentMask + (<usize>i << 2), 1);
  }
  for (let row = 0; row < t * rows; row++)
    store<f32>(inputs + (<usize>(row * stride + 4 * panels + f) << 2), 1);
}

/** Address of the weight that `row` of the stacked weights has for `gate` of `unit`. */
export function stackedAt(row: i32, gate: i32, unit: i32): usize {
  return <usize>((((unit >> 2) * stacked + row) * 16 + gate * 4 + (unit & 3)) << 2);
}

/** Address of a [panels][rows][4] array's value. */
@inline
export function unitAt(row: i32, unit: i32): usize {
  return <usize>((((unit >> 2) * rows + row) * 4 + (unit & 3)) << 2);
}

/** Where the dense kernel begins in the weights and the gradients. */
@inline
export function denseOffset(): usize {
  return <usize>(panels * stacked * 16) << 2;
}
