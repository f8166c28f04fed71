export type { Evidence, Places, RankedCause, RuledOut } from '../evidence/index.ts';
export type { Answer } from './answer.ts';
export { answererWithout, learn, load, type Answerer } from './answerer.ts';
export { fold } from './fold.ts';
export { lessonsOf } from './lessons.ts';
export { causeOf } from './labels.ts';
