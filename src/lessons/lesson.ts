import type { DemoParameters } from '../demos/index.ts';
import type { LessonId } from '../ids.ts';
import type { Locale } from '../words/index.ts';
import type { Requirement } from './requirement.ts';

/** What a class does together: predict, run, discuss, vote again. Read from `content/<language>/lessons`. */
export interface Lesson {
  readonly id: LessonId;
  readonly locale: Locale;
  readonly title: string;
  readonly minutes: number;
  readonly steps: readonly LessonStep[];
  /** What it is about, before anything is given away: Discord markdown. */
  readonly text: string;
}

export type LessonStep = PredictStep | EverybodyStep;

interface OfEveryStep {
  readonly title: string;
  /** With a fixed seed, so that what is known of its result goes for every class. */
  readonly demo: DemoParameters;
  /** What the class is asked. */
  readonly prompt: string;
  /** What to talk about, once the result is seen. */
  readonly discussion: string;
  /** Why the result is so, in one sentence. */
  readonly explanation: string;
}

/** A question about a demo that has not run yet. */
export interface PredictStep extends OfEveryStep {
  readonly kind: 'predict';
  /** 2 to 4; exactly one is right. */
  readonly answers: readonly LessonAnswer[];
}

/** Each press adds a run of its own to the demo, and all of them make one histogram. */
export interface EverybodyStep extends OfEveryStep {
  readonly kind: 'everybody-trains';
  readonly condition: Requirement;
}

export interface LessonAnswer {
  readonly answer: string;
  readonly isRight: boolean;
  /** For whoever chose it, once the result is seen. */
  readonly feedback: string;
  /** Holds of the demo's result if the answer is right, and does not if it is wrong. */
  readonly condition: Requirement;
}

/** The answers of a step; none where everybody trains. */
export const answersOf = (step: LessonStep): readonly LessonAnswer[] =>
  step.kind === 'predict' ? step.answers : [];

/** The number of the right answer, from 0; -1 where everybody trains. */
export const rightAnswerOf = (step: LessonStep): number =>
  answersOf(step).findIndex(({ isRight }) => isRight);

/** What the demo of a step must show, if the lesson teaches the truth. */
export const requirementOf = (step: LessonStep): Requirement =>
  step.kind === 'predict' ? (step.answers[rightAnswerOf(step)]?.condition ?? {}) : step.condition;
