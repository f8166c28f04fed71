export {
  answersOf,
  requirementOf,
  rightAnswerOf,
  type EverybodyStep,
  type Lesson,
  type LessonAnswer,
  type LessonStep,
  type PredictStep,
} from './lesson.ts';
export type { KeptChart, Lessons } from './lessons.ts';
export { openLessons } from './open.ts';
export { holds, type Requirement } from './requirement.ts';
export { schema as lessonsSchema } from './schema.ts';
export {
  begin,
  countsOf,
  hoursKept,
  hoursWithoutTeacher,
  recordOf,
  rightIn,
  votersOf,
  votesOf,
  type Ending,
  type LessonEvent,
  type Round,
  type Session,
  type Shown,
  type StepRecord,
  type Votes,
} from './session.ts';
export { voterKey } from './voter.ts';
