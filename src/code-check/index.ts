export { checkCode, type Asked } from './check.ts';
export { limits } from './clean/index.ts';
export { diffOf } from './diff.ts';
export type { Language } from './parse/index.ts';
export {
  times,
  type CannotKnow,
  type Checked,
  type CleaningNote,
  type CodeProblem,
  type CodeReport,
  type Details,
  type Finding,
  type Fix,
  type Place,
  type Sure,
  type When,
} from './report.ts';
export type { RuleId } from './rules/ids.ts';
