export { demos, variantsOf } from './catalogue.ts';
export {
  checkParameters,
  fewestRuns,
  mostRuns,
  seedFrom,
  type Checked,
  type DemoInput,
  type ParameterProblem,
} from './parameters.ts';
export type { Demo, Variant } from './plan.ts';
export { confirms, parseReplay, type Replay } from './replay.ts';
export type { Condition, DemoParameters, DemoResult } from './result.ts';
export { runDemo, type ReportProgress } from './run.ts';
