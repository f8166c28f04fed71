export type { Check, CheckId } from './checks.ts';
export { questionsOf, readPath, stepBack, writePath } from './path.ts';
export { mostQuestions, type Answers, type Given, type QuestionId } from './questions.ts';
export { nextStep, type Step } from './triage.ts';
