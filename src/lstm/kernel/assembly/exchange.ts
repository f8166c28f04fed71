import * as at from './memory';

/** Calls for every weight that exists, in Keras' order: from or to `exchange`. */
function copyWeights(packed: usize, isPacking: bool): void {
  const hiddenRows = 4 * at.panels;
  let place = at.exchange;
  // Kernel, recurrent kernel, bias: rows of [4 * units], the gates side by side.
  for (let part = 0; part < 3; part++) {
    const first = part === 0 ? hiddenRows : part === 1 ? 0 : hiddenRows + at.features;
    const count = part === 0 ? at.features : part === 1 ? at.units : 1;
    for (let row = first; row < first + count; row++)
      for (let gate = 0; gate < 4; gate++)
        for (let unit = 0; unit < at.units; unit++) {
          copy(packed + at.stackedAt(row, gate, unit), place, isPacking);
          place += 4;
        }
  }
  const dense = packed + at.denseOffset();
  for (let unit = 0; unit < at.units; unit++) {
    copy(dense + (<usize>unit << 2), place, isPacking);
    place += 4;
  }
  copy(dense + (<usize>hiddenRows << 2), place, isPacking);
}

@inline
function copy(packed: usize, plain: usize, isPacking: bool): void {
  if (isPacking) store<f32>(packed, load<f32>(plain));
  else store<f32>(plain, load<f32>(packed));
}

export function loadWeights(): void {
  copyWeights(at.weights, true);
}

export function storeWeights(): void {
  copyWeights(at.weights, false);
}

/** [batch][units] as the host has it, to [panels][rows][4], or back. */
function copyUnits(packed: usize, plain: usize, isPacking: bool): void {
  for (let row = 0; row < at.batch; row++)
    for (let unit = 0; unit < at.units; unit++)
      copy(
        packed + at.unitAt(row, unit),
        plain + (<usize>(row * at.units + unit) << 2),
        isPacking,
      );
}

export function loadRecurrentMask(): void {
  copyUnits(at.recurrentMask, at.recurrentMaskExchange, true);
}

export function loadState(): void {
  copyUnits(at.initialHidden, at.hiddenExchange, true);
  copyUnits(at.cellStates, at.cellExchange, true);
}

export function storeState(): void {
  copyUnits(at.finalHidden, at.hiddenExchange, false);
  copyUnits(finalCell(), at.cellExchange, false);
}

/** The next batch starts where this one ended. */
export function carryState(): void {
  const bytes = <usize>(at.panels * at.rows * 4) << 2;
  memory.copy(at.initialHidden, at.finalHidden, bytes);
  memory.copy(at.cellStates, finalCell(), bytes);
}

function finalCell(): usize {
  return at.cellStates + (<usize>(at.timeSteps * at.panels * at.rows * 4) << 2);
}

/** Copies the picked sequences into `inputs`, [timeSteps][rows], times the input mask if there is one. */
export function gather(masked: bool): void {
  const length = at.timeSteps * at.features;
  const step = <usize>at.rows * at.stride << 2;
  for (let row = 0; row < at.batch; row++) {
    const sample = load<i32>(at.picked + (<usize>row << 2));
    let from = at.windows + (<usize>(sample * length) << 2);
    const mask = at.inputMaskExchange + (<usize>(row * at.features) << 2);
    let to = at.inputs + (<usize>(row * at.stride + 4 * at.panels) << 2);
    for (let t = 0; t < at.timeSteps; t++) {
      for (let f: usize = 0; f < <usize>at.features; f++) {
        const value = load<f32>(from + (f << 2));
        store<f32>(to + (f << 2), masked ? value * load<f32>(mask + (f << 2)) : value);
      }
      from += <usize>at.features << 2;
      to += step;
    }
  }
}
