import { sigmoid, tanh } from './activation';
import * as at from './memory';

/**
 * The LSTM of Hochreiter & Schmidhuber (1997) with forget gates (Gers et al. 2000), for one time step after the other:
 *   i, f, o = sigmoid(z_i), sigmoid(z_f), sigmoid(z_o)    g = tanh(z_g)    z = [m h(t-1), x(t), 1] W
 *   c(t) = f c(t-1) + i g    h(t) = o tanh(c(t))    output = h(T) v + d
 * with the recurrent dropout mask m.
 */
export function forward(): void {
  startHidden();
  for (let t = 0; t < at.timeSteps; t++)
    for (let panel = 0; panel < at.panels; panel++) stepPanel(t, panel);
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

/** Products and state update of four units, two sequences at a time: 2 x 16 sums stay in registers. */
function stepPanel(t: i32, panel: i32): void {
  const count = at.stacked;
  const strideBytes = <usize>at.stride << 2;
  const perPanel = <usize>(at.rows * 4) << 2;
  const perStep = perPanel * <usize>at.panels;
  const weights = at.weights + (<usize>(panel * count * 16) << 2);
  const isLast = t + 1 === at.timeSteps;
  let input = at.inputs + <usize>(t * at.rows) * strideBytes;
  let gate = at.gates + (<usize>((panel * at.timeSteps + t) * at.rows * 16) << 2);
  let cell = at.cellStates + <usize>t * perStep + <usize>panel * perPanel;
  let tanhs = at.cellTanh + <usize>t * perStep + <usize>panel * perPanel;
  let mask = isLast ? at.ones : at.recurrentMask;
  mask += <usize>panel * perPanel;
  let hidden = isLast
    ? at.finalHidden + <usize>panel * perPanel
    : input + <usize>at.rows * strideBytes + (<usize>(panel * 4) << 2);
  const hiddenStep: usize = isLast ? 16 : strideBytes;
  for (let row = 0; row < at.rows; row += 2) {
    let i0 = f32x4.splat(0);
    let f0 = f32x4.splat(0);
    let g0 = f32x4.splat(0);
    let o0 = f32x4.splat(0);
    let i1 = f32x4.splat(0);
    let f1 = f32x4.splat(0);
    let g1 = f32x4.splat(0);
    let o1 = f32x4.splat(0);
    let a = input;
    let a1 = input + strideBytes;
    let w = weights;
    // Not unrolled by hand: V8 does that itself, and better.
    for (let k = 0; k < count; k++) {
      const x0 = v128.load_splat<f32>(a);
      const x1 = v128.load_splat<f32>(a1);
      const wi = v128.load(w, 0);
      const wf = v128.load(w, 16);
      const wg = v128.load(w, 32);
      const wo = v128.load(w, 48);
      i0 = f32x4.add(i0, f32x4.mul(x0, wi));
      f0 = f32x4.add(f0, f32x4.mul(x0, wf));
      g0 = f32x4.add(g0, f32x4.mul(x0, wg));
      o0 = f32x4.add(o0, f32x4.mul(x0, wo));
      i1 = f32x4.add(i1, f32x4.mul(x1, wi));
      f1 = f32x4.add(f1, f32x4.mul(x1, wf));
      g1 = f32x4.add(g1, f32x4.mul(x1, wg));
      o1 = f32x4.add(o1, f32x4.mul(x1, wo));
      w += 64;
      a += 4;
      a1 += 4;
    }
    i0 = sigmoid(i0);
    f0 = sigmoid(f0);
    g0 = tanh(g0);
    o0 = sigmoid(o0);
    v128.store(gate, i0, 0);
    v128.store(gate, f0, 16);
    v128.store(gate, g0, 32);
    v128.store(gate, o0, 48);
    const c0 = f32x4.add(f32x4.mul(f0, v128.load(cell, 0)), f32x4.mul(i0, g0));
    const tanh0 = tanh(c0);
    v128.store(cell + perStep, c0, 0);
    v128.store(tanhs, tanh0, 0);
    v128.store(hidden, f32x4.mul(f32x4.mul(o0, tanh0), v128.load(mask, 0)));
    i1 = sigmoid(i1);
    f1 = sigmoid(f1);
    g1 = tanh(g1);
    o1 = sigmoid(o1);
    v128.store(gate, i1, 64);
    v128.store(gate, f1, 80);
    v128.store(gate, g1, 96);
    v128.store(gate, o1, 112);
    const c1 = f32x4.add(f32x4.mul(f1, v128.load(cell, 16)), f32x4.mul(i1, g1));
    const tanh1 = tanh(c1);
    v128.store(cell + perStep, c1, 16);
    v128.store(tanhs, tanh1, 16);
    v128.store(hidden + hiddenStep, f32x4.mul(f32x4.mul(o1, tanh1), v128.load(mask, 16)));
    input += strideBytes << 1;
    gate += 128;
    cell += 32;
    tanhs += 32;
    mask += 32;
    hidden += hiddenStep << 1;
  }
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
