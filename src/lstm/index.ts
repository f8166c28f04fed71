export type { EngineName } from './engine.ts';
