export { drawBatchOrder, drawDropoutMasks, drawWeights } from './draws.ts';
export type {
  DropoutMask,
  Engine,
  EngineName,
  LstmWeights,
  ModelSizes,
  Training,
  Windows,
} from './model.ts';
export { openStream, streamNames, type Stream, type StreamName } from './streams.ts';
export { createTfjsEngine } from './tfjs/engine.ts';
