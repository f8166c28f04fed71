export { casesLeft } from './cases.ts';
export type { Check } from './checks.ts';
export type { CheckId, Outcomes } from './findings.ts';
export { questionsOf, readPath, stepBack, writePath } from './path.ts';
export { mostQuestions, type Answers, type Given, type QuestionId } from './questions.ts';
export { scale } from './scale.ts';
export { likelihoods } from './suspects.ts';
export { nextStep, type Step } from './triage.ts';
