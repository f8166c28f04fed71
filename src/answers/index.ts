export type { Evidence, Places, RankedCause, RuledOut } from '../evidence/index.ts';
export type { Answer } from './answer.ts';
export { crossValidatedAnswers, learn, load, type Answerer } from './answerer.ts';
export type { Phrasing } from './examples.ts';
export { fold } from './fold.ts';
export { causeOf } from './labels.ts';
