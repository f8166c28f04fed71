export type { Answer, RankedCause } from './answer.ts';
export { crossValidatedAnswers, learn, load, type Answerer } from './answerer.ts';
export type { Phrasing } from './examples.ts';
export { causeOf } from './labels.ts';
