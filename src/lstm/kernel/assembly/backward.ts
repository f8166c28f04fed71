import { sumLanes } from './forward';
import * as at from './memory';
import { columnsTimes, panelsTimes } from './product';

/**
 * Backpropagation through time (Werbos 1990) of the mean squared error over the batch. With the error's gradient dh, dc:
 *   do = dh tanh(c(t))    dc += dh o (1 - tanh(c(t))^2)    di = dc g    dg = dc i    df = dc c(t-1)
 *   dz = (di i (1-i), df f (1-f), dg (1-g^2), do o (1-o))    dc(t-1) = dc f    dh(t-1) = m (dz U')
 * and dW = sum over t of [m h(t-1), x(t), 1]' dz(t), taken as one product over all time steps at the end.
 * Returns the mean squared error.
 */
export function backward(): f32 {
  transpose();
  const loss = headGradients();
  memory.fill(at.cellGradients, 0, <usize>(at.panels * at.rows * 4) << 2);
  for (let t = at.timeSteps - 1; t >= 0; t--) {
    const mask = t + 1 === at.timeSteps ? at.ones : at.recurrentMask;
    for (let panel = 0; panel < at.panels; panel++) gateGradients(t, panel, mask);
    if (t > 0) hiddenGradients(t);
  }
  weightGradients();
  return loss;
}

/** The recurrent weights with rows and columns changed: [blocks][16 * panels][4 * blockPanels]. */
function transpose(): void {
  const width = 4 * at.blockPanels;
  for (let panel = 0; panel < at.panels; panel++)
    for (let unit = 0; unit < 4 * at.panels; unit++) {
      let from = at.weights + (<usize>((panel * at.stacked + unit) * 16) << 2);
      const block = unit / width;
      const row = (block * at.panels + panel) * 16;
      let to = at.transposed + (<usize>(row * width + unit - block * width) << 2);
      const end = from + 64;
      do {
        store<f32>(to, load<f32>(from));
        from += 4;
        to += <usize>width << 2;
      } while (from < end);
    }
}

/** Of the error with respect to outputs, dense layer and last hidden state. Returns the error. */
function headGradients(): f32 {
  const dense = at.weights + at.denseOffset();
  const denseGradients = at.gradients + at.denseOffset();
  const scale: f32 = 2 / <f32>at.batch;
  let squares: f32 = 0;
  let biasGradient: f32 = 0;
  for (let row = 0; row < at.batch; row++) {
    const sample = load<i32>(at.picked + (<usize>row << 2));
    const difference =
      load<f32>(at.outputs + (<usize>row << 2)) - load<f32>(at.targets + (<usize>sample << 2));
    squares += difference * difference;
    biasGradient += difference * scale;
    store<f32>(at.outputGradients + (<usize>row << 2), difference * scale);
  }
  store<f32>(denseGradients + (<usize>(at.panels * 4) << 2), biasGradient);
  for (let panel = 0; panel < at.panels; panel++) {
    const kernel = v128.load(dense + (<usize>(panel * 4) << 2));
    let sum = f32x4.splat(0);
    for (let row = 0; row < at.rows; row++) {
      const gradient = v128.load_splat<f32>(at.outputGradients + (<usize>row << 2));
      const hidden = v128.load(at.finalHidden + at.unitAt(row, panel * 4));
      sum = f32x4.add(sum, f32x4.mul(gradient, hidden));
      v128.store(hiddenGradientAt(panel, row), f32x4.mul(gradient, kernel));
    }
    v128.store(denseGradients + (<usize>(panel * 4) << 2), sum);
  }
  return squares / <f32>at.batch;
}

@inline
function hiddenGradientAt(panel: i32, row: i32): usize {
  const block = panel / at.blockPanels;
  const place = (block * at.rows + row) * at.blockPanels + (panel - block * at.blockPanels);
  return at.hiddenGradients + (<usize>(place * 4) << 2);
}

/** Turns the gates of one time step, four units, into their gradients, and hands the cell state's on. */
function gateGradients(t: i32, panel: i32, masks: usize): void {
  const one = v128.load(at.ones);
  const perPanel = <usize>(at.rows * 4) << 2;
  const place = <usize>panel * perPanel;
  const perStep = perPanel * <usize>at.panels;
  let gate = at.gates + (<usize>((panel * at.timeSteps + t) * at.rows * 16) << 2);
  let cell = at.cellStates + <usize>t * perStep + place;
  let tanhs = at.cellTanh + <usize>t * perStep + place;
  let mask = masks + place;
  let dCell = at.cellGradients + place;
  let dHidden = hiddenGradientAt(panel, 0);
  const hiddenStep = <usize>at.blockPanels << 4;
  const end = cell + perPanel;
  do {
    const i = v128.load(gate, 0);
    const f = v128.load(gate, 16);
    const g = v128.load(gate, 32);
    const o = v128.load(gate, 48);
    const tanhC = v128.load(tanhs);
    const dh = f32x4.mul(v128.load(dHidden), v128.load(mask));
    const dO = f32x4.mul(dh, tanhC);
    const dc = f32x4.add(
      v128.load(dCell),
      f32x4.mul(f32x4.mul(dh, o), f32x4.sub(one, f32x4.mul(tanhC, tanhC))),
    );
    const dI = f32x4.mul(dc, g);
    const dG = f32x4.mul(dc, i);
    const dF = f32x4.mul(dc, v128.load(cell));
    v128.store(dCell, f32x4.mul(dc, f));
    v128.store(gate, f32x4.mul(dI, f32x4.mul(i, f32x4.sub(one, i))), 0);
    v128.store(gate, f32x4.mul(dF, f32x4.mul(f, f32x4.sub(one, f))), 16);
    v128.store(gate, f32x4.mul(dG, f32x4.sub(one, f32x4.mul(g, g))), 32);
    v128.store(gate, f32x4.mul(dO, f32x4.mul(o, f32x4.sub(one, o))), 48);
    gate += 64;
    cell += 16;
    tanhs += 16;
    mask += 16;
    dCell += 16;
    dHidden += hiddenStep;
  } while (cell < end);
}

/** dz(t) U': [rows][gates] times the transposed recurrent weights. */
function hiddenGradients(t: i32): void {
  const perPanel = <usize>(at.timeSteps * at.rows * 16) << 2;
  const first = at.gates + (<usize>(t * at.rows * 16) << 2);
  for (let block = 0; block < at.blocks; block++) {
    const b = at.transposed + (<usize>(block * at.panels * 64 * at.blockPanels) << 2);
    const tile = at.hiddenGradients + (<usize>(block * at.rows * 4 * at.blockPanels) << 2);
    panelsTimes(b, at.blockPanels, at.rows, at.panels, first, perPanel, tile);
  }
}

/** As many rows of `inputs` as stay in the first-level cache beside the gates'. */
const cachedFloats: i32 = 3072;

/** [m h, x, 1]' dz over all time steps, in pieces that fit the cache. */
function weightGradients(): void {
  const total = at.timeSteps * at.rows;
  const piece = max(16, (cachedFloats / at.stride) & ~1);
  const strideBytes = <usize>at.stride << 2;
  for (let start = 0; start < total; start += piece) {
    const count = min(piece, total - start);
    const a = at.inputs + <usize>start * strideBytes;
    for (let panel = 0; panel < at.panels; panel++) {
      const b = at.gates + (<usize>((panel * total + start) * 16) << 2);
      const tile = at.gradients + (<usize>(panel * at.stacked * 16) << 2);
      columnsTimes(b, at.stacked, count, a, strideBytes, tile, start > 0);
    }
  }
}

/** Joint Euclidean norm of all gradients. */
export function gradientNorm(): f32 {
  let sum = f32x4.splat(0);
  for (let i = 0; i < at.weightCount; i += 4) {
    const gradient = v128.load(at.gradients + (<usize>i << 2));
    sum = f32x4.add(sum, f32x4.mul(gradient, gradient));
  }
  return sqrt<f32>(sumLanes(sum));
}
