export type { Answer, RankedCause } from './answer.ts';
export { createAnswerer, type Answerer } from './answerer.ts';
