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
export type { Condition, DemoParameters, DemoResult, Focus } from './result.ts';
export type { ReportProgress } from './progress.ts';
export { runDemo } from './run.ts';
export { ascending, column, quantile, showsDistribution, type Summary } from './statistics.ts';
