import type {
  CallConditions,
  Engine,
  ForwardPass,
  LstmState,
  LstmWeights,
  Training,
  Windows,
} from '../model.ts';
import { oneByOne, unitsOf } from '../model.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/**
 * Our own engine: forward pass, backpropagation through time and optimizer fused in one WebAssembly module. Plain
 * SIMD of 32-bit floats, so the same bits come out on every machine. One instance serves all calls and reuses its memory.
 */
export function createKernelEngine(workspace = openWorkspace()): Engine {
  const trainWithCheckpoints = (training: Training, every: number): LstmWeights[] =>
    trainOn(workspace, training, every);
  const forward = (
    weights: LstmWeights,
    windows: Windows,
    conditions?: CallConditions,
  ): ForwardPass => runOn(workspace, weights, windows, conditions);
  const train = (training: Training): LstmWeights =>
    trainWithCheckpoints(training, training.batchOrder.length).at(-1) ?? training.initialWeights;
  const predict: Engine['predict'] = (weights, windows, conditions) =>
    forward(weights, windows, conditions).outputs;
  return {
    name: 'kernel',
    trainWithCheckpoints,
    train,
    forward,
    predict,
    ...oneByOne({ train, trainWithCheckpoints, predict }),
  };
}

function trainOn(workspace: Workspace, training: Training, every: number): LstmWeights[] {
  const { initialWeights, windows, batchOrder, inputDropoutMasks, recurrentDropoutMasks } =
    training;
  const { module } = workspace;
  workspace.configure({
    features: windows.features,
    units: unitsOf(initialWeights),
    timeSteps: windows.timeSteps,
    batch: batchOrder[0]?.length ?? 0,
    samples: windows.samples,
  });
  workspace.writeWeights(initialWeights);
  workspace.write('windows', windows.values);
  workspace.write('targets', training.targets);
  module.startTraining(
    training.optimizer !== 'sgd',
    training.learningRate,
    training.clipNorm ?? Infinity,
  );
  const checkpoints: LstmWeights[] = [];
  batchOrder.forEach((batch, step) => {
    workspace.pick(batch);
    workspace.useMasks(inputDropoutMasks?.[step], recurrentDropoutMasks?.[step]);
    module.trainStep(inputDropoutMasks !== undefined, training.carryState ?? false);
    if ((step + 1) % every === 0) checkpoints.push(workspace.readWeights());
  });
  return checkpoints;
}

/** Sequences that are run at a time: few enough to stay in the cache. */
const mostAtOnce = 32;

function runOn(
  workspace: Workspace,
  weights: LstmWeights,
  windows: Windows,
  conditions: CallConditions = {},
): ForwardPass {
  const { samples, features } = windows;
  const units = unitsOf(weights);
  const outputs = new Float32Array(samples);
  const finalState: LstmState = {
    hiddenState: new Float32Array(samples * units),
    cellState: new Float32Array(samples * units),
  };
  for (let first = 0; first < samples; first += mostAtOnce) {
    const batch = Math.min(mostAtOnce, samples - first);
    const rows = (values: Float32Array | undefined, width: number) =>
      values?.subarray(first * width, (first + batch) * width);
    workspace.configure({ features, units, timeSteps: windows.timeSteps, batch, samples: batch });
    workspace.writeWeights(weights);
    workspace.write('windows', rows(windows.values, windows.timeSteps * features) ?? outputs);
    workspace.pick(Array.from({ length: batch }, (_, row) => row));
    const inputMask = rows(conditions.inputDropoutMask, features);
    workspace.useMasks(inputMask, rows(conditions.recurrentDropoutMask, units));
    const start = conditions.initialState;
    workspace.useState(rows(start?.hiddenState, units), rows(start?.cellState, units));
    workspace.module.run(inputMask !== undefined);
    outputs.set(workspace.read('outputs', batch), first);
    const end = workspace.readState(batch * units);
    finalState.hiddenState.set(end.hiddenState, first * units);
    finalState.cellState.set(end.cellState, first * units);
  }
  return { outputs, finalState };
}
