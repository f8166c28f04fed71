import type { CallConditions, Engine, ForwardPass, LstmWeights, Windows } from './model.ts';

/**
 * A call one time step at a time, [timeSteps]: the hidden states on their way, and what the dense layer makes of them. Each step
 * starts where the one before ended, so the last one gives what `forward` gives. A dropout mask holds for the whole call.
 */
export function stepThrough(
  engine: Engine,
  weights: LstmWeights,
  windows: Windows,
  { initialState: start, ...masks }: CallConditions = {},
): ForwardPass[] {
  const passes: ForwardPass[] = [];
  for (let step = 0; step < windows.timeSteps; step++) {
    const initialState = passes.at(-1)?.finalState ?? start;
    const conditions = { ...masks, ...(initialState && { initialState }) };
    passes.push(engine.forward(weights, valuesAt(windows, step), conditions));
  }
  return passes;
}

/** [samples, 1, features] */
function valuesAt({ values, samples, timeSteps, features }: Windows, step: number): Windows {
  const picked = new Float32Array(samples * features);
  for (let sample = 0; sample < samples; sample++) {
    const from = (sample * timeSteps + step) * features;
    picked.set(values.subarray(from, from + features), sample * features);
  }
  return { values: picked, samples, timeSteps: 1, features };
}
