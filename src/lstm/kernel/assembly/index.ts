/** What the host sees: sizes first, then weights, data and masks into memory, then one call a training step. */
import { backward } from './backward';
import { carryState, gather } from './exchange';
import { forward } from './forward';
import { update } from './optimizer';

export {
  cellExchange,
  configure,
  exchange,
  hiddenExchange,
  inputMaskExchange,
  outputs,
  picked,
  recurrentMaskExchange,
  targets,
  windows,
} from './memory';
export { loadRecurrentMask, loadState, loadWeights, storeGradients, storeState, storeWeights } from './exchange';
export { startTraining } from './optimizer';

/** The picked sequences, forward. */
export function run(isInputMasked: bool): void {
  gather(isInputMasked);
  forward();
}

/** Forward and backward: the gradients, unclipped, of the mean squared error, which is returned. */
export function differentiate(isInputMasked: bool): f32 {
  run(isInputMasked);
  return backward();
}

/** One training step. Returns the error before it. */
export function trainStep(isInputMasked: bool, isCarrying: bool): f32 {
  const loss = differentiate(isInputMasked);
  if (isCarrying) carryState();
  update();
  return loss;
}
