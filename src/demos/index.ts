export { demos } from './catalogue.ts';
export {
  demoIds,
  isDemoId,
  ofVariant,
  rankedIds,
  studyIds,
  variantsOf,
  type ByVariant,
  type DemoId,
  type RankedId,
  type StudyId,
  type VariantId,
} from './ids.ts';
export {
  checkParameters,
  fewestRuns,
  mostRuns,
  seedFrom,
  type Checked,
  type DemoInput,
  type ParameterProblem,
} from './parameters.ts';
export { distancesOf, type Distances } from './distances.ts';
export { engineNames } from './engine-set.ts';
export { spreadsOfGroups } from './measure.ts';
export type { Variant } from './plan.ts';
export { train, usualRecipe } from './recipe.ts';
export { confirms, parseReplay, type Replay } from './replay.ts';
export { growthSettings } from './studies/growth/run.ts';
export { drawnFrom } from './studies/ranking/rows.ts';
export { invisible, leaders, resamples } from './studies/ranking/size.ts';
export type {
  Comparison,
  Condition,
  DemoParameters,
  DemoResult,
  Focus,
  LoadCheck,
  RankedRow,
  Ranking,
  Rounding,
  Size,
  Summary,
  SweepFigures,
  Growth,
  TaskGrowth,
} from './result.ts';
export type { ReportProgress } from './progress.ts';
export { runDemo } from './run.ts';
export {
  ascending,
  column,
  hasManyRuns,
  isSample,
  quantile,
  showsDistribution,
  swingOf,
} from './statistics.ts';
