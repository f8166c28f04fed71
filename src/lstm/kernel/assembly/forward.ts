import { sigmoids, tanhs } from './activation';
import * as at from './memory';
import { rowsTimes } from './product';

/**
 * The LSTM of Hochreiter & Schmidhuber (1997) with forget gates (Gers et al. 2000), for one time step after the other:
 *   i, f, o = sigmoid(z_i), sigmoid(z_f), sigmoid(z_o)    g = tanh(z_g)    z = [m h(t-1), x(t), 1] W
 *   c(t) = f c(t-1) + i g    h(t) = o tanh(c(t))    output = h(T) v + d
 * with the recurrent dropout mask m.
 */
export function forward(): void {
  startHidden();
  for (let t = 0; t < at.timeSteps; t++)
    for (let panel = 0; panel < at.panels; panel++) {
      gateSums(t, panel);
      activate(t, panel);
      cellState(t, panel);
      hiddenState(t, panel);
    }
  head();
}

/** The hidden state before the first step, dropped out, as the first columns of `inputs`. */
function startHidden(): void {
  for (let panel = 0; panel < at.panels; panel++)
    for (let row = 0; row < at.rows; row++) {
      const place = <usize>((panel * at.rows + row) * 4) << 2;
      const hidden = f32x4.mul(
        v128.load(at.initialHidden + place),
        v128.load(at.recurrentMask + place),
      );
      v128.store(at.inputs + (<usize>(row * at.stride + panel * 4) << 2), hidden);
    }
}

/** z of one time step, four units. */
function gateSums(t: i32, panel: i32): void {
  const row = <usize>at.stride << 2;
  const input = at.inputs + <usize>(t * at.rows) * row;
  const weights = at.weights + (<usize>(panel * at.stacked * 16) << 2);
  const gate = at.gates + (<usize>((panel * at.timeSteps + t) * at.rows * 16) << 2);
  rowsTimes(weights, at.rows, at.stacked, input, row, gate);
}

/** Turns z into the gates. */
function activate(t: i32, panel: i32): void {
  let gate = at.gates + (<usize>((panel * at.timeSteps + t) * at.rows * 16) << 2);
  const end = gate + (<usize>(at.rows * 16) << 2);
  do {
    sigmoids(gate, 64);
    sigmoids(gate + 16, 64);
    tanhs(gate + 32, gate + 32, 64);
    sigmoids(gate + 48, 64);
    gate += 256;
  } while (gate < end);
}

/** c(t) and its tanh. */
function cellState(t: i32, panel: i32): void {
  const perPanel = <usize>(at.rows * 4) << 2;
  const perStep = perPanel * <usize>at.panels;
  const place = <usize>t * perStep + <usize>panel * perPanel;
  let gate = at.gates + (<usize>((panel * at.timeSteps + t) * at.rows * 16) << 2);
  let before = at.cellStates + place;
  let after = before + perStep;
  let tanhOf = at.cellTanh + place;
  const end = before + perPanel;
  do {
    nextCell(gate, before, after, 0);
    nextCell(gate, before, after, 1);
    nextCell(gate, before, after, 2);
    nextCell(gate, before, after, 3);
    tanhs(after, tanhOf, 16);
    gate += 256;
    before += 64;
    after += 64;
    tanhOf += 64;
  } while (before < end);
}

/** c(t) = f c(t-1) + i g, of one of the rows from these places on. */
@inline
function nextCell(gate: usize, before: usize, after: usize, row: usize): void {
  const place = gate + (row << 6);
  const kept = f32x4.mul(v128.load(place, 16), v128.load(before + (row << 4)));
  const added = f32x4.mul(v128.load(place), v128.load(place, 32));
  v128.store(after + (row << 4), f32x4.add(kept, added));
}

/** h(t), dropped out where the next time step reads it; after the last one as it is. */
function hiddenState(t: i32, panel: i32): void {
  const strideBytes = <usize>at.stride << 2;
  const perPanel = <usize>(at.rows * 4) << 2;
  const place = <usize>panel * perPanel;
  const isLast = t + 1 === at.timeSteps;
  let outputGate = at.gates + (<usize>((panel * at.timeSteps + t) * at.rows * 16 + 12) << 2);
  let tanhOf = at.cellTanh + <usize>(t * at.panels) * perPanel + place;
  const end = tanhOf + perPanel;
  let mask = (isLast ? at.ones : at.recurrentMask) + place;
  let hidden = isLast
    ? at.finalHidden + place
    : at.inputs + <usize>((t + 1) * at.rows) * strideBytes + (<usize>(panel * 4) << 2);
  const hiddenStep: usize = isLast ? 16 : strideBytes;
  do {
    const h = f32x4.mul(v128.load(outputGate), v128.load(tanhOf));
    v128.store(hidden, f32x4.mul(h, v128.load(mask)));
    outputGate += 64;
    tanhOf += 16;
    mask += 16;
    hidden += hiddenStep;
  } while (tanhOf < end);
}

/** The dense layer: output = h(T) v + d. */
function head(): void {
  const dense = at.weights + at.denseOffset();
  const bias = load<f32>(dense + (<usize>(at.panels * 4) << 2));
  for (let row = 0; row < at.rows; row++) {
    let sum = f32x4.splat(0);
    for (let panel = 0; panel < at.panels; panel++)
      sum = f32x4.add(
        sum,
        f32x4.mul(
          v128.load(at.finalHidden + at.unitAt(row, panel * 4)),
          v128.load(dense + (<usize>(panel * 4) << 2)),
        ),
      );
    store<f32>(at.outputs + (<usize>row << 2), sumLanes(sum) + bias);
  }
}

/** The four values added up, in a fixed order. */
@inline
export function sumLanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}
