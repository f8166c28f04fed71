export type { Answer, RankedCause } from './answer.ts';
export { createAnswerer, crossValidatedAnswers, type Answerer } from './answerer.ts';
export type { Phrasing } from './examples.ts';
export { causeOf } from './labels.ts';
