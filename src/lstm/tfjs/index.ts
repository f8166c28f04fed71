export { isPresent, tfjsBackends } from './backend.ts';
export { createTfjsEngine } from './engine.ts';
