export type { Evidence, Places, RankedCause, RuledOut } from '../evidence/index.ts';
export type { Answer, Believed } from './answer.ts';
export { answererWithout, guesserWithout, learn, load, type Answerer } from './answerer.ts';
export { readBelieved, writeBelieved } from './code.ts';
export { fold } from './fold.ts';
export { reconsider } from './judge.ts';
export type { Guess } from './told.ts';
export { lessonsOf } from './lessons.ts';
export { causeOf } from './labels.ts';
