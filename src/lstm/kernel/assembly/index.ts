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
export { loadRecurrentMask, loadState, loadWeights, storeState, storeWeights } from './exchange';
export { startTraining } from './optimizer';

/** The picked sequences, forward. */
export function run(isInputMasked: bool): void {
  gather(isInputMasked);
  forward();
}

/** One training step. Returns the error before it. */
export function trainStep(isInputMasked: bool, isCarrying: bool): f32 {
  run(isInputMasked);
  const loss = backward();
  if (isCarrying) carryState();
  update();
  return loss;
}
