export { drawBatchOrder, drawDropoutMasks, drawWeights } from './draws.ts';
export { oneByOne } from './model.ts';
export type {
  CallConditions,
  DropoutMask,
  Engine,
  EngineName,
  ForwardPass,
  LstmState,
  LstmWeights,
  ModelCall,
  ModelSizes,
  Training,
  Windows,
} from './model.ts';
export { openStream, streamNames, type Stream, type StreamName } from './streams.ts';
export {
  predictInDoublePrecision,
  statesInDoublePrecision,
  type StateInDoublePrecision,
} from './double.ts';
export { stepThrough } from './step-through.ts';
export { createEngine, presentEngines, type EngineChoice } from './engines.ts';
export { nativeLibrary, nativeProblem, type NativeLibrary } from './native.ts';
